import { useState } from 'react';
import { cleanOwnValue, ownFields } from '../../../../../campaigns/print/own-fields/own-fields.ts';
import type { StationDraft } from '../../../../../campaigns/print/proofs/proof.ts';
import { Form } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Held, isHeld } from '../../ui/Effect.tsx';
import { readText } from '../../ui/form-text.ts';
import { Detail, Submit } from '../../ui/lines.tsx';
import { TextField } from '../../ui/parts.tsx';
import type { Undo } from '../../ui/UndoLine.tsx';
import { useAction } from '../../ui/use-service.ts';
import { findFault, StaleNotice } from './CorrectionForm.tsx';
import { differentFindings, FindingList, useProof } from './ProofPane.tsx';
import { stationWordsIn } from './station-words.ts';

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
  seen: Values;
  /** Those that are being written. */
  written: Values;
  /** The station as it is being written, for the board in Urdu. */
  draft: StationDraft | null;
  onChange: (written: Values) => void;
  onSaved: (undo: Undo) => Promise<void>;
  onReload: () => Promise<void>;
}) {
  const { language, service, hasUrdu, words } = useConsole(stationWordsIn);
  const { busy, error, run } = useAction();
  const refused = findFault(error);
  // A refusal is shown only as long as the field holds the refused text.
  const [sent, setSent] = useState(written);
  const fields = { ...seen, ...written };
  const [answer, setAnswer] = useState<unknown>(null);
  const submit = (form: FormData) => {
    setSent(written);
    const reason = form.has('reason') ? readText(form, 'reason') : '';
    const put = (changes: Values, { seen, reason }: { seen: Values; reason: string }) =>
      service.ask('POST /api/stations/:district/:station/fields', {
        params: { district, station },
        body: { changes, seen, reason },
      });
    run(async () => {
      const changes = pickChanges(written, seen);
      const saved = await put(changes, { seen, reason });
      setAnswer(saved);
      const before = Object.fromEntries(Object.keys(changes).map((id) => [id, seen[id] ?? '']));
      const after = { ...seen, ...changes };
      if (!isHeld(saved)) await onSaved((why) => put(before, { seen: after, reason: why }));
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
      {hasUrdu && (
        <UrduProof draft={draft} onRead={(name) => onChange({ ...written, 'name-ur': name })} />
      )}
      <StaleNotice error={error} onReload={() => run(onReload)} />
      <Held error={error} answer={answer} />
      <Submit quiet busy={busy}>
        {words.saveFields}
      </Submit>
    </Form>
  );
}

type Values = Record<string, string>;

function pickChanges(written: Values, seen: Values): Values {
  const clean = Object.entries(written).map(([id, value]) => [id, cleanOwnValue(value)] as const);
  return Object.fromEntries(clean.filter(([id, value]) => value !== (seen[id] ?? '')));
}

interface UrduProofProps {
  draft: StationDraft | null;
  onRead: (name: string) => void;
}

/** The board in Urdu as it will be printed, below the field in which its name is written; where nobody has entered one, a draft of it. */
function UrduProof({ draft, onRead }: UrduProofProps) {
  const { words } = useConsole(stationWordsIn);
  const { kind, last } = useProof(draft, 'board-ur');
  if (draft === null) return null;
  const [board] = last?.artworks ?? [];
  // Findings of other fields are shown beside the Hindi board.
  const findings = [...(last?.findings ?? []), ...(board?.findings ?? [])].filter(
    ({ field }) => field === 'name-ur',
  );
  return (
    <div className={`proof ${kind} proof-urdu`} aria-busy={kind === 'waiting'}>
      {board?.pages.map(({ side, widthPx, heightPx, png }) => (
        <img
          key={side}
          src={`data:image/png;base64,${png}`}
          width={widthPx}
          height={heightPx}
          alt={`${words.proofUrdu}: ${draft.ownFields?.['name-ur'] || (last?.urduDraft ?? draft.nameHi)}`}
        />
      ))}
      {last === null && kind === 'waiting' && <p className="proof-none">{words.proofWaits}</p>}
      <div role="status">
        {kind === 'away' && <p className="notice plain">{words.proofAway}</p>}
        {kind === 'shown' && board !== undefined && (
          <Detail>{last?.urduDraft === undefined ? words.proofUrdu : words.proofUrduDraft}</Detail>
        )}
      </div>
      {last?.urduDraft !== undefined && (
        <p>
          <bdi lang="ur">{last.urduDraft}</bdi>{' '}
          <button
            type="button"
            className="button quiet"
            onClick={() => onRead(last.urduDraft ?? '')}
          >
            {words.urduDraftRead}
          </button>
        </p>
      )}
      <FindingList findings={differentFindings(findings)} />
    </div>
  );
}
