import { useContext, useState } from 'react';
import { wantsReason } from '../../../../campaigns/held-acts/effect.ts';
import type { HeldAct } from '../../../../messaging/people/held-acts/held-acts-schemas.ts';
import { useAsk } from '../ui/AskForm.tsx';
import { useConsole, useDistrictName } from '../ui/console-context.ts';
import { DecisionForm } from '../ui/DecisionForm.tsx';
import { EffectTable, heldWordsIn, TakeBack } from '../ui/Effect.tsx';
import { Detail } from '../ui/lines.tsx';
import { Await } from '../ui/parts.tsx';
import { SecondPersonNote } from '../ui/SecondPersonNote.tsx';
import { ReloadContext, useLoad } from '../ui/use-service.ts';

/** Acts that one officer alone does not do: to those who made them and those who may decide. */
export function HeldActsView() {
  const { words } = useConsole(heldWordsIn);
  const { state, reload } = useLoad('GET /api/held-acts', { query: { limit: 100 } });
  return (
    <>
      <Await state={state} retry={reload}>
        {(acts) => (
          <>
            {!acts.some((act) => act.state === 'waiting') && <p role="status">{words.none}</p>}
            {acts.length > 0 && (
              <ul className="plain activities">
                {acts.map((act) => (
                  <HeldActRow key={act.id} act={act} />
                ))}
              </ul>
            )}
          </>
        )}
      </Await>
      <p className="detail">{words.lead}</p>
    </>
  );
}

const tones = {
  waiting: 'waiting',
  accepted: 'verified',
  refused: 'rejected',
  withdrawn: 'withdrawn',
} as const;

/** A file is told by its name; the other acts without a district are told by their title and what they change. */
const fileName = /^report\/.*?([^/]+\.\w+)$/;
const fromInbox = /^inbox(?=$| ·)/;

function HeldActRow({ act }: { act: HeldAct }) {
  const { language, words, format } = useConsole(heldWordsIn);
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
      <Detail
        of={[
          district === null ? fileName.exec(subject)?.[1] : nameDistrict(district),
          madeBy.replace(fromInbox, words.inbox),
          format.moment(madeAt),
          reason && words.why(reason),
        ]}
      />
      <EffectTable effect={effect} />
      {state === 'waiting' ? (
        <Decision act={act} isHeard={isHeard} />
      ) : (
        <Detail
          of={[act.decidedBy, act.decidedAt && format.moment(act.decidedAt), act.decidedReason]}
        />
      )}
    </li>
  );
}

interface DecisionProps {
  act: HeldAct;
  /** A recording of it was played to its end. */
  isHeard: boolean;
}

function Decision({ act, isHeard }: DecisionProps) {
  const { words } = useConsole(heldWordsIn);
  const ask = useAsk();
  const reload = useContext(ReloadContext);
  const params = { id: act.id };
  const needsReason = act.reason === '' && wantsReason(act.effect);
  const isUnheard = !isHeard && act.effect.changes.some(({ sound }) => sound !== undefined);
  if (act.own) return <TakeBack id={act.id} isVouched={act.vouched} onDone={reload} />;
  if (!act.mayDecide) return null;
  if (act.second.bar !== null) return <SecondPersonNote second={act.second} />;
  return (
    <DecisionForm
      label={words.remark}
      hint={needsReason ? words.acceptHint : words.remarkHint}
      missing={words.reasonMissing}
      decisions={[
        { action: 'accept', button: words.accept, needsReason, disabled: isUnheard },
        { action: 'refuse', button: words.refuse, needsReason: true },
      ]}
      send={(action, reason) =>
        ask(`POST /api/held-acts/:id/${action}`, { params, body: { reason } })()
      }
    >
      {isUnheard && <p className="detail">{words.hearHint}</p>}
    </DecisionForm>
  );
}
