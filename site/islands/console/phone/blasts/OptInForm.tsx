import { useState } from 'react';
import type { Audience } from '../../../../../messaging/phone/audiences/audiences-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { whatsappWordsIn } from '../whatsapp-words.ts';

/** Notes that those on a list with explicit consent have agreed to WhatsApp too. */
export function OptInForm({ audience }: { audience: Audience }) {
  const { language, service } = useConsole();
  const words = whatsappWordsIn(language).optIn;
  const may = useMay();
  const [source, setSource] = useState('');
  const [givenOn, setGivenOn] = useState('');
  const [recorded, setRecorded] = useState<number | null>(null);
  const { busy, error, run } = useAction();
  if (audience.consentBasis !== 'explicit-consent' || audience.excluding) return null;
  if (!may('blast.draft')) return null;
  const record = () =>
    run(async () => {
      const answer = await service.ask('POST /api/audiences/:id/whatsapp-opt-in', {
        params: { id: audience.id },
        body: { source, givenOn },
      });
      setRecorded(answer.recorded);
    });
  return (
    <section aria-labelledby="opt-in">
      <h3 id="opt-in">{words.title}</h3>
      <p>{words.lead}</p>
      <Form className="narrow" onSubmit={record}>
        <TextField
          label={words.source}
          value={source}
          required
          maxLength={500}
          onChange={({ currentTarget }) => setSource(currentTarget.value)}
        />
        <TextField
          label={words.day}
          type="date"
          value={givenOn}
          required
          onChange={({ currentTarget }) => setGivenOn(currentTarget.value)}
        />
        <ErrorNotice error={error} />
        <button type="submit" className="button" disabled={busy}>
          {words.record}
        </button>
        {recorded !== null && (
          <p role="status">{words.recorded(formatNumber(recorded, language))}</p>
        )}
      </Form>
    </section>
  );
}
