import { useState } from 'react';
import { parsePaise } from '../../../../../campaigns/fields/field-text.ts';
import { legalWindow, unasked } from '../../../../../campaigns/messages/legal-hours.ts';
import { minuteOfDay } from '../../../../../campaigns/tracker/clock.ts';
import { providerCode } from '../../../../../campaigns/words/provider-codes.ts';
import { type BlastStatus, stoppedByItself } from '../../../../../messaging/contract/values.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Button, ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { runWordsIn } from './run-words.ts';

type Blast = BlastDetail['blast'];

interface RunControlsProps {
  detail: BlastDetail;
  reload: () => Promise<void>;
}

/** Pause in one tap; stop in one tap and a yes, since it is for good; why it is paused and what to do. */
export function RunControls({
  detail: { blast, second, changes, pause },
  reload,
}: RunControlsProps) {
  const { service, words } = useConsole(runWordsIn);
  const may = useMay();
  const [stopping, setStopping] = useState(false);
  const { busy, error, run } = useAction();
  const { status, pauseReason } = blast;
  if (status === 'finished' || status === 'stopped') return null;
  const mayApprove = may('blast.approve');
  const verb = pickVerb(blast, mayApprove && second.bar === null);
  const send = (verb: 'pause' | 'resume' | 'stop' | 'confirm-canary') =>
    run(async () => {
      await service
        .ask(`POST /api/blasts/:id/${verb}`, {
          params: { id: blast.id },
          body: verb === 'resume' && pause !== null ? { seen: pause } : {},
        })
        .finally(reload);
      setStopping(false);
    });
  return (
    <div className={isMoving(status) ? 'run-controls within-reach' : 'run-controls'}>
      {status === 'paused' && <WhyPaused blast={blast} changes={changes} />}
      <ErrorNotice error={error} />
      {mayApprove && pauseReason === 'budget' && <Ceiling blast={blast} reload={reload} />}
      {may('blast.run') && (
        <div className="row">
          {verb !== null && (
            <button
              key={verb}
              type="button"
              className={verb === 'pause' ? 'button pause' : 'button'}
              disabled={busy}
              onClick={() => send(verb)}
            >
              {words.run[sayVerb(verb, pauseReason)]}
            </button>
          )}
          <StopButton
            words={words.run}
            stopping={stopping}
            busy={busy}
            onAsk={setStopping}
            onStop={() => send('stop')}
          />
        </div>
      )}
    </div>
  );
}

function WhyPaused({ blast, changes }: Pick<BlastDetail, 'blast' | 'changes'>) {
  const { language, words } = useConsole(runWordsIn);
  const { pauseReason, haltingCode } = blast;
  if (pauseReason === null) return null;
  return (
    <div className="notice plain" role="status">
      <p>
        <strong>{words.pause[pauseReason].why}</strong>
      </p>
      {pauseReason === 'halting-code' && haltingCode !== null && (
        <p>
          {haltingCode}: {providerCode(haltingCode, language) ?? words.codes.unlisted}
        </p>
      )}
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={change.en}>{change[language]}</li>
          ))}
        </ul>
      )}
      {isTakenForPromotion(blast) && (
        <p>
          {words.promotion.taken} {isPromotionNight() && words.promotion.night}
        </p>
      )}
      <p>{words.pause[pauseReason].what}</p>
    </div>
  );
}

/** DLT code 651, "outside the hours for promotion", of a text that is not promotion. */
const isTakenForPromotion = ({ pauseReason, haltingCode, category }: Blast) =>
  pauseReason === 'halting-code' && haltingCode === '651' && !unasked(category);

function isPromotionNight(): boolean {
  const { fromMinute, toMinute } = legalWindow('promotional', 'sms');
  const minute = minuteOfDay(new Date());
  return minute < fromMinute || minute >= toMinute;
}

/** Pauses what goes out, and lets go on what is paused; what stopped by itself goes on by a second officer only. */
function pickVerb(blast: Blast, isSecond: boolean) {
  const { status, pauseReason } = blast;
  if (isMoving(status)) return 'pause';
  if (status !== 'paused') return null;
  if (!stoppedByItself(pauseReason)) return 'resume';
  // A trial goes on with the choice of a text.
  if (!isSecond || pauseReason === 'trial') return null;
  if (isTakenForPromotion(blast) && isPromotionNight()) return null;
  return pauseReason === 'canary-unseen' ? 'confirm-canary' : 'resume';
}

function sayVerb(verb: 'pause' | 'resume' | 'confirm-canary', reason: Blast['pauseReason']) {
  if (verb === 'confirm-canary') return 'canarySeen';
  return verb === 'resume' && reason === 'plan-changed' ? 'approveAgain' : verb;
}

const isMoving = (status: BlastStatus) => status === 'running' || status === 'scheduled';

interface StopButtonProps {
  words: Record<'stop' | 'sure' | 'stopForGood' | 'goOn', string>;
  stopping: boolean;
  busy: boolean;
  onAsk: (stopping: boolean) => void;
  onStop: () => void;
}

/** One tap and a yes. */
export function StopButton({ words, stopping, busy, onAsk, onStop }: StopButtonProps) {
  return stopping ? (
    <fieldset className="sure">
      <legend>{words.sure}</legend>
      <button type="button" className="button call" disabled={busy} onClick={onStop}>
        {words.stopForGood}
      </button>
      <Button onClick={() => onAsk(false)}>{words.goOn}</Button>
    </fieldset>
  ) : (
    <button type="button" className="button quiet stop" onClick={() => onAsk(true)}>
      {words.stop}
    </button>
  );
}

/** A new ceiling for an approved blast; an approver then lets it go on. */
function Ceiling({ blast, reload }: { blast: Blast; reload: () => Promise<void> }) {
  const { service, words } = useConsole(runWordsIn);
  const [rupees, setRupees] = useState(String((blast.budgetPaise ?? 0) / 100));
  const budgetPaise = parsePaise(rupees) ?? 0;
  return (
    <div className="notice plain">
      <TextField
        label={words.run.newCeiling}
        inputMode="decimal"
        value={rupees}
        maxLength={16}
        onChange={({ currentTarget }) => setRupees(currentTarget.value)}
      />
      <AskButton
        button={words.run.raise}
        disabled={budgetPaise <= 0}
        send={() =>
          service
            .ask('POST /api/blasts/:id/budget', { params: { id: blast.id }, body: { budgetPaise } })
            .finally(reload)
        }
      />
    </div>
  );
}
