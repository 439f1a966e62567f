import { useRef, useState } from 'react';
import { longestRemark } from '../../../../../campaigns/directions/limits.ts';
import type { OccurrenceDetail } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { HeldNotice, isHeld } from '../../ui/Effect.tsx';
import { Button, ErrorNotice, Field } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useAction } from '../../ui/use-service.ts';
import { directionWordsIn } from './direction-words.ts';
import type { OnDone } from './use-rounds.ts';

export const decisions = ['accept', 'forward', 'return', 'set-aside', 'close', 'reopen'] as const;

/** The zone or headquarters decides; nobody accepts their own submission. */
export function DecisionForm({ detail, onDone }: { detail: OccurrenceDetail; onDone: OnDone }) {
  const { service, words } = useConsole(directionWordsIn);
  const { busy, error, run } = useAction();
  const remark = useRef<HTMLTextAreaElement>(null);
  const [held, setHeld] = useState<unknown>(null);
  const { occurrence, may, second } = detail;
  const { key, version } = occurrence;
  const decide = (action: (typeof decisions)[number]) =>
    run(async () => {
      const body = { key, version, action, remark: remark.current?.value.trim() ?? '' };
      try {
        const answer = await service.ask('POST /api/directions/occurrence/decide', { body });
        if (isHeld(answer)) setHeld(answer);
        else onDone(answer, action);
      } catch (failure) {
        remark.current?.focus();
        throw failure;
      }
    });
  const first = may.includes('accept') ? 'accept' : 'forward';
  return (
    <section aria-labelledby="direction-decision">
      <h2 id="direction-decision">{words.decide}</h2>
      {may.includes(first) && <SecondPersonNote second={second} />}
      <div className="narrow">
        <Field label={words.remark} hint={words.remarkHint}>
          {(ids) => <textarea {...ids} ref={remark} rows={2} maxLength={longestRemark} />}
        </Field>
        <ErrorNotice error={error} />
        <p className="row">
          {decisions
            .filter((action) => may.includes(action))
            .filter(
              (action) => second.bar === null || (action !== 'accept' && action !== 'forward'),
            )
            .map((action) => (
              <button
                key={action}
                type="button"
                className={action === first ? 'button' : 'button quiet'}
                disabled={busy}
                onClick={() => decide(action)}
              >
                {words.actions[action]}
              </button>
            ))}
        </p>
        <HeldNotice answer={held} />
      </div>
    </section>
  );
}

/** An office takes back what it handed in, until somebody accepts it. */
export function TakeBack({ detail, onDone }: { detail: OccurrenceDetail; onDone: OnDone }) {
  const { service, words } = useConsole(directionWordsIn);
  const { busy, error, run } = useAction();
  const { key, version } = detail.occurrence;
  const takeBack = () =>
    run(async () => {
      const body = { key, version, action: 'withdraw' as const, remark: '' };
      const answer = await service.ask('POST /api/directions/occurrence/decide', { body });
      if (!isHeld(answer)) onDone(answer, 'withdraw');
    });
  return (
    <div className="notice plain">
      <p>{words.takeBackText}</p>
      <ErrorNotice error={error} />
      <Button disabled={busy} onClick={takeBack}>
        {words.takeBack}
      </Button>
    </div>
  );
}
