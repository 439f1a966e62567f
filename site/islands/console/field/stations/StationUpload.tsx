import { useState } from 'react';
import type { HandedInStations } from '../../../../../messaging/field/stations/stations-schemas.ts';
import { FileForm } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { CheckedRows } from '../../ui/CheckedRows.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { EffectTable, heldWordsIn } from '../../ui/Effect.tsx';
import { Fold } from '../../ui/lines.tsx';
import { List, TextField } from '../../ui/parts.tsx';
import { useUpload } from '../../ui/use-service.ts';
import { stationWordsIn } from './station-words.ts';

const shownRows = 40;

/** Many corrections by one list: first checked, then published after a confirmation. */
export function StationUpload({ district, onDone }: { district: string; onDone: () => void }) {
  const { service, hasUrdu, words } = useConsole(stationWordsIn);
  const [checked, setChecked] = useState<{ file: File; answer: HandedInStations } | null>(null);
  const [round, setRound] = useState(0);
  const upload = useUpload();
  const send = (
    { file, reason }: { file: File; reason?: string },
    step: 'check' | 'take',
    onShare: (share: number) => void,
  ) =>
    service.upload(
      'POST /api/stations/:district/list',
      { params: { district }, query: { step, reason } },
      { file, onShare },
    );
  const take = (file: File, reason: string) =>
    upload.upload(async (onShare) => {
      const answer = await send({ file, reason }, 'take', onShare);
      setChecked({ file, answer });
      setRound((last) => last + 1);
      if (answer.done) onDone();
    });
  return (
    <Fold className="station-upload" title={words.bulk}>
      <FileForm
        label={words.file}
        hint=""
        accept=".csv,.xlsx"
        button={words.check}
        isQuiet
        upload={upload}
        round={round}
        send={async ({ file, onShare }) => {
          setChecked(null);
          setChecked({ file, answer: await send({ file }, 'check', onShare) });
        }}
        lead={
          <>
            <p>{words.bulkText}</p>
            {hasUrdu && <p>{words.bulkUrdu}</p>}
            <p>
              <a
                href={makeAddress('GET /api/stations/:district/form', { params: { district } })}
                download={`${district}.csv`}
              >
                {words.form}
              </a>
            </p>
          </>
        }
      >
        {checked !== null && !upload.busy && (
          <CheckedStations
            answer={checked.answer}
            onTake={(reason) => take(checked.file, reason)}
          />
        )}
      </FileForm>
    </Fold>
  );
}

interface CheckedStationsProps {
  answer: HandedInStations;
  onTake: (reason: string) => void;
}

function CheckedStations({ answer, onTake }: CheckedStationsProps) {
  const { language, words, format } = useConsole(stationWordsIn);
  const { changes, faults, effect, done, held } = answer;
  const [reason, setReason] = useState('');
  const columnName = (column: string | null) =>
    column === null ? null : ((words.columns as Record<string, string>)[column] ?? column);
  return (
    <CheckedRows
      good={changes.length}
      title={
        changes.length === 0
          ? words.bulkNone
          : done
            ? words.bulkDone(format.number(changes.length))
            : words.bulkGood(format.number(changes.length))
      }
      faults={faults.map((fault) => ({ ...fault, column: columnName(fault.column) }))}
      left={words.bulkBad(format.number(faults.length))}
      button={words.bulkTake(format.number(changes.length))}
      onTake={done || held !== null ? null : () => onTake(reason)}
    >
      {changes.length > 0 && (
        <List of={changes.slice(0, shownRows)} className="rejects" keyOf={({ station }) => station}>
          {({ action, before, after, nameUr }) => (
            <>
              {action === 'urdu' ? (
                <>{after}: </>
              ) : (
                <>
                  {words.actions[action]}:{' '}
                  {words.change(before ?? words.nothing, after ?? words.nothing)}
                </>
              )}
              {nameUr !== null && (
                <>
                  {action !== 'urdu' && ' · '}
                  {words.columns.name_ur}{' '}
                  <bdi lang="ur" className="urdu-text">
                    {nameUr}
                  </bdi>
                </>
              )}
            </>
          )}
        </List>
      )}
      {held !== null && <p>{heldWordsIn(language).sent(held)}</p>}
      {changes.length > 0 && !done && held === null && effect.findings.length > 0 && (
        <>
          <EffectTable effect={effect} />
          <TextField
            label={heldWordsIn(language).reason}
            hint={heldWordsIn(language).reasonHint}
            value={reason}
            maxLength={500}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </>
      )}
    </CheckedRows>
  );
}
