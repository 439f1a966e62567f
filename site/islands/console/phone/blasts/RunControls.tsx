import { useState } from 'react';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import { providerCode } from '../../../../../campaigns/words/provider-codes.ts';
import type { BlastDetail } from '../../../../../messaging/contract/phone/blasts.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useBlastWords } from './use-blast-words.ts';
import { readPaise } from './wizard/draft-form.ts';

interface RunControlsProps {
  detail: BlastDetail;
  reload: () => Promise<void>;
}

/** Pause in one tap; stop in one tap and a yes, since it is for good; why it is paused and what to do. */
export function RunControls({ detail, reload }: RunControlsProps) {
  const { language, service } = useConsole();
  const words = useBlastWords();
  const me = useMe();
  const [asked, setAsked] = useState(false);
  const { busy, error, run } = useAction();
  const { blast } = detail;
  const approves = rolesFor('blast.approve').includes(me.role);
  const runs = rolesFor('blast.run').includes(me.role);
  const { status, pauseReason, haltingCode } = blast;
  if (status === 'finished' || status === 'stopped') return null;

  const send = (verb: 'pause' | 'resume' | 'stop' | 'confirm-canary') =>
    run(async () => {
      await service
        .ask(`POST /api/blasts/:id/${verb}`, { params: { id: blast.id } })
        .finally(reload);
      setAsked(false);
    });
  const moving = status === 'running' || status === 'scheduled';
  return (
    <div className={moving ? 'run-controls within-reach' : 'run-controls'}>
      {status === 'paused' && pauseReason !== null && (
        <div className="notice plain" role="status">
          <p>
            <strong>{words.pause[pauseReason].why}</strong>
          </p>
          {pauseReason === 'halting-code' && haltingCode !== null && (
            <p>
              {haltingCode}: {providerCode(haltingCode, language) ?? words.codes.unlisted}
            </p>
          )}
          <p>{words.pause[pauseReason].what}</p>
        </div>
      )}
      <ErrorNotice error={error} />
      {approves && pauseReason === 'budget' && <Ceiling blast={blast} reload={reload} />}
      {runs && (
        <div className="row">
          {status === 'paused' && pauseReason === 'canary-unseen' && approves && (
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => send('confirm-canary')}
            >
              {words.run.canarySeen}
            </button>
          )}
          {status === 'paused' && pauseReason !== 'canary-unseen' && (
            <button type="button" className="button" disabled={busy} onClick={() => send('resume')}>
              {words.run.resume}
            </button>
          )}
          {moving && (
            <button type="button" className="button" disabled={busy} onClick={() => send('pause')}>
              {words.run.pause}
            </button>
          )}
          {asked ? (
            <fieldset className="sure">
              <legend>{words.run.sure}</legend>
              <button
                type="button"
                className="button call"
                disabled={busy}
                onClick={() => send('stop')}
              >
                {words.run.stopForGood}
              </button>
              <button type="button" className="button quiet" onClick={() => setAsked(false)}>
                {words.run.goOn}
              </button>
            </fieldset>
          ) : (
            <button type="button" className="button quiet stop" onClick={() => setAsked(true)}>
              {words.run.stop}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** A new ceiling for what was approved; whoever may run it then resumes it. */
function Ceiling({ blast, reload }: { blast: BlastDetail['blast']; reload: () => Promise<void> }) {
  const { service } = useConsole();
  const words = useBlastWords();
  const { busy, error, run } = useAction();
  const [rupees, setRupees] = useState(String((blast.budgetPaise ?? 0) / 100));
  const budgetPaise = readPaise(rupees) ?? 0;
  return (
    <div className="notice plain">
      <ErrorNotice error={error} />
      <TextField
        label={words.run.newCeiling}
        inputMode="decimal"
        value={rupees}
        maxLength={16}
        onChange={({ currentTarget }) => setRupees(currentTarget.value)}
      />
      <button
        type="button"
        className="button quiet"
        disabled={busy || budgetPaise <= 0}
        onClick={() =>
          run(async () => {
            await service
              .ask('POST /api/blasts/:id/budget', {
                params: { id: blast.id },
                body: { budgetPaise },
              })
              .finally(reload);
          })
        }
      >
        {words.run.raise}
      </button>
    </div>
  );
}
