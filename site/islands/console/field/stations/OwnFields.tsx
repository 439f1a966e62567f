import { useState } from 'react';
import { cleanOwnValue, ownFields } from '../../../../../campaigns/own-fields/own-fields.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { findFault } from './station-fault.ts';
import { stationWordsIn } from './station-words.ts';
import { UrduProof } from './UrduProof.tsx';
import type { StationDraft } from './use-proof.ts';

/** Fields that the station fills in on its artwork; the proof above follows each key. */
export function OwnFields({
  district,
  station,
  seen,
  written,
  draft,
  onChange,
  onSaved,
  onReload,
}: {
  district: string;
  station: string;
  /** As they were read. */
  seen: Record<string, string>;
  /** Those that are being written. */
  written: Record<string, string>;
  /** The station as it is being written, for the board in Urdu. */
  draft: StationDraft | null;
  onChange: (written: Record<string, string>) => void;
  onSaved: () => Promise<void>;
  onReload: () => Promise<void>;
}) {
  const { language, service, hasUrdu } = useConsole();
  const words = stationWordsIn(language);
  const { busy, error, run } = useAction();
  const refused = findFault(error);
  // A refusal is shown only as long as the field holds the refused text.
  const [sent, setSent] = useState(written);
  const fields = { ...seen, ...written };
  const submit = () => {
    setSent(written);
    run(async () => {
      await service.ask('POST /api/stations/:district/:station/fields', {
        params: { district, station },
        body: { changes: pickChanges(written, seen), seen },
      });
      await onSaved();
      onChange({});
    });
  };
  return (
    <Form className="narrow own-fields" onSubmit={submit} noValidate>
      <h3>{words.ownFields}</h3>
      <p className="detail">{words.ownFieldsHint}</p>
      {ownFields.map(({ id, label, hint, check }) => {
        if (id === 'name-ur' && !hasUrdu) return null;
        const value = fields[id] ?? '';
        const clean = cleanOwnValue(value);
        const fault = clean === '' ? null : check(clean);
        return (
          <TextField
            key={id}
            label={label[language]}
            hint={hint[language]}
            error={
              fault !== null
                ? words.expected(fault[language], '')
                : refused?.field === id && sent[id] === written[id]
                  ? words.expected(refused.expected[language], '')
                  : undefined
            }
            value={value}
            maxLength={80}
            inputMode={id === 'local-line' || id === 'name-ur' ? 'text' : 'numeric'}
            {...(id === 'name-ur' ? { lang: 'ur', dir: 'auto' as const } : {})}
            autoComplete="off"
            onChange={({ currentTarget }) => onChange({ ...written, [id]: currentTarget.value })}
          />
        );
      })}
      {hasUrdu && <UrduProof draft={draft} />}
      <StaleNotice error={error} onReload={() => run(onReload)} />
      <button type="submit" className="button quiet" disabled={busy}>
        {words.saveFields}
      </button>
    </Form>
  );
}

function pickChanges(written: Record<string, string>, seen: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(written).filter(([field, value]) => value.trim() !== (seen[field] ?? '')),
  );
}
