import { type FormEvent, useState } from 'react';
import { wantsReason } from '../../../../campaigns/held-acts/effect.ts';
import type { HeldAct } from '../../../../messaging/people/held-acts/held-acts-schemas.ts';
import { formatMoment } from '../../../i18n/format.ts';
import { AskButton } from '../ui/AskForm.tsx';
import { useConsole, useDistrictName } from '../ui/console-context.ts';
import { EffectTable, heldWordsIn } from '../ui/Effect.tsx';
import { readText } from '../ui/form-text.ts';
import { Await, ErrorNotice, TextField } from '../ui/parts.tsx';
import { SecondPersonNote } from '../ui/SecondPersonNote.tsx';
import { useAction, useLoad } from '../ui/use-service.ts';

/** Acts that one officer alone does not do: to those who made them and those who may decide. */
export function HeldActsView() {
  const { words } = useConsole(heldWordsIn);
  const { state, reload } = useLoad('GET /api/held-acts', { query: { limit: 100 } });
  return (
    <>
      <p>{words.lead}</p>
      <Await state={state} retry={reload}>
        {(acts) => (
          <>
            {!acts.some((act) => act.state === 'waiting') && <p role="status">{words.none}</p>}
            <ul className="plain activities">
              {acts.map((act) => (
                <HeldActRow key={act.id} act={act} onChanged={() => void reload()} />
              ))}
            </ul>
          </>
        )}
      </Await>
    </>
  );
}

const tones = {
  waiting: 'waiting',
  accepted: 'verified',
  refused: 'rejected',
  withdrawn: 'withdrawn',
} as const;

function HeldActRow({ act, onChanged }: { act: HeldAct; onChanged: () => void }) {
  const { language, words } = useConsole(heldWordsIn);
  const nameDistrict = useDistrictName();
  const [isHeard, setHeard] = useState(false);
  const { id, title, district, subject, effect, reason, madeBy, madeAt, state } = act;
  return (
    <li data-held={id} onEndedCapture={() => setHeard(true)}>
      <p>
        <strong>
          {id}. {title[language]}
        </strong>{' '}
        <span className={`state ${tones[state]}`}>{words.states[state]}</span>
      </p>
      <p className="detail">
        {[
          district === null ? subject : nameDistrict(district),
          madeBy,
          formatMoment(madeAt, language),
          reason && words.why(reason),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <EffectTable effect={effect} />
      {state === 'waiting' ? (
        <Decision act={act} isHeard={isHeard} onChanged={onChanged} />
      ) : (
        <p className="detail">
          {[
            act.decidedBy,
            act.decidedAt && formatMoment(act.decidedAt, language),
            act.decidedReason,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </li>
  );
}

interface DecisionProps {
  act: HeldAct;
  /** A recording of it was played to its end. */
  isHeard: boolean;
  onChanged: () => void;
}

function Decision({ act, isHeard, onChanged }: DecisionProps) {
  const { service, words } = useConsole(heldWordsIn);
  const { busy, error, run } = useAction();
  const [lacksReason, setLacksReason] = useState(false);
  const params = { id: act.id };
  const needsReason = act.reason === '' && wantsReason(act.effect);
  const isUnheard = !isHeard && act.effect.changes.some(({ sound }) => sound !== undefined);
  if (act.own) {
    const withdraw = async () => {
      await service.ask('POST /api/held-acts/:id/withdraw', { params, body: {} });
      onChanged();
    };
    return <AskButton button={words.withdraw} send={withdraw} />;
  }
  if (!act.mayDecide) return null;
  if (act.second.bar !== null) return <SecondPersonNote second={act.second} />;
  const decide = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const action = submitter?.getAttribute('value') === 'accept' ? 'accept' : 'refuse';
    const reason = readText(new FormData(event.currentTarget), 'reason');
    const isLacking = reason === '' && (action === 'refuse' || needsReason);
    setLacksReason(isLacking);
    if (isLacking) return;
    run(async () => {
      await service.ask(`POST /api/held-acts/:id/${action}`, { params, body: { reason } });
      onChanged();
    });
  };
  return (
    <form onSubmit={decide}>
      <TextField
        label={words.remark}
        hint={needsReason ? words.acceptHint : words.remarkHint}
        error={lacksReason ? words.reasonMissing : undefined}
        name="reason"
        maxLength={500}
      />
      {isUnheard && <p className="detail">{words.hearHint}</p>}
      <ErrorNotice error={error} />
      <div className="row">
        <button type="submit" className="button" value="accept" disabled={busy || isUnheard}>
          {words.accept}
        </button>
        <button type="submit" className="button quiet" value="refuse" disabled={busy}>
          {words.refuse}
        </button>
      </div>
    </form>
  );
}
