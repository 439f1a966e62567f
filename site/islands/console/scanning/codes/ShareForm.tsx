import { type FormEvent, useState } from 'react';
import { type CodeUse, codeUses } from '../../../../../campaigns/links/code-shares.ts';
import type { CodeHoldingView } from '../../../../../messaging/scanning/short-codes/code-shares-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice, Outcome, SelectField, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { codeWordsIn } from './code-words.ts';
import { useOfficeName } from './use-office-name.ts';

interface ShareFormProps {
  holdings: CodeHoldingView[];
  onSet: () => void;
}

/** HQ says how many codes an office may use. */
export function ShareForm({ holdings, onSet }: ShareFormProps) {
  const { language } = useConsole();
  const words = codeWordsIn(language);
  const nameOffice = useOfficeName();
  const { form, change, result, busy, error, send } = useShareForm(onSet);
  const { office, use, share, reason } = form;
  const figure = (count: number) => formatNumber(count, language);
  const holding = holdings.find((each) => each.office === office && each.use === use);
  const offices = [...new Set(holdings.map((each) => each.office))];
  return (
    <section aria-labelledby="share">
      <h2 id="share">{words.setTitle}</h2>
      <form className="narrow" onSubmit={send}>
        <SelectField
          label={words.office}
          value={office ?? ''}
          options={offices.map((id) => [id ?? '', nameOffice(id)] as const)}
          onChoose={(id) => change({ office: id === '' ? null : id })}
        />
        <SelectField
          label={words.use}
          value={use}
          options={codeUses.map((each) => [each, words.uses[each]] as const)}
          onChoose={(next) => change({ use: next })}
        />
        <TextField
          label={words.share}
          hint={
            holding &&
            words.bounds(
              figure(holding.used),
              figure(holding.share),
              figure(holding.least),
              figure(holding.most),
            )
          }
          inputMode="numeric"
          required
          min={holding?.least}
          max={holding?.most}
          value={share}
          onChange={({ target }) => change({ share: target.value })}
        />
        <TextField
          label={words.reason}
          required
          maxLength={200}
          value={reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
        <ErrorNotice error={error} />
        {result !== null && (
          <Outcome tone="good">
            <p>
              {words.done(nameOffice(result.office), words.uses[result.use], figure(result.share))}
            </p>
          </Outcome>
        )}
        <button type="submit" className="button" disabled={busy}>
          {words.set}
        </button>
      </form>
    </section>
  );
}

interface ShareInput {
  /** null for the state. */
  office: string | null;
  use: CodeUse;
  share: string;
  reason: string;
}

function useShareForm(onSet: () => void) {
  const { service } = useConsole();
  const [form, setForm] = useState<ShareInput>({ office: null, use: 'sms', share: '', reason: '' });
  const [result, setResult] = useState<CodeHoldingView | null>(null);
  const { busy, error, run } = useAction();
  const change = (part: Partial<ShareInput>) => setForm((last) => ({ ...last, ...part }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      setResult(null);
      const body = { ...form, share: Number(form.share) };
      setResult(await service.ask('POST /api/code-shares', { body }));
      change({ share: '', reason: '' });
      onSet();
    });
  };
  return { form, change, result, busy, error, send };
}
