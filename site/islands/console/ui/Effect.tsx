import { type Effect, wantsReason } from '../../../../campaigns/held-acts/effect.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from './console-context.ts';
import { heldWordsIn } from './held-words.ts';
import { Outcome, TextField } from './parts.tsx';
import type { ServiceError } from './service.ts';

/** Figures and words that an act changes, before and after, and why one officer alone does not do it. */
export function EffectTable({ effect: { changes, findings } }: { effect: Effect }) {
  const { language, words } = useConsole(heldWordsIn);
  const say = (value: number | string | null) =>
    value === null
      ? words.nothing
      : typeof value === 'number'
        ? formatNumber(Math.round(value), language)
        : value;
  return (
    <>
      {changes.length > 0 && (
        <table className="figures-table effect">
          <caption>{words.effect}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ what, before, after }) => (
              <tr key={what.en}>
                <th scope="row">{what[language]}</th>
                <td>{say(before)}</td>
                <td className={before === after ? undefined : 'changed'}>{say(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {findings.length > 0 && (
        <ul className="plain warnings">
          {findings.map((finding) => (
            <li key={`${finding.code} ${finding.found ?? ''} ${finding.en}`} className="warning">
              {finding.found && <mark lang="hi">{finding.found}</mark>} {finding[language]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** In a form whose act one officer alone does not do: what it would change, and the reason for it. */
export function ReasonWanted({ error }: { error: ServiceError | null }) {
  if (error?.code !== 'reason-wanted') return null;
  return <EffectWithReason effect={error.body['effect'] as Effect} />;
}

/** The same where the form has a field for the reason already. */
export function EffectSeen({ error }: { error: ServiceError | null }) {
  if (error?.code !== 'reason-wanted') return null;
  return <EffectTable effect={error.body['effect'] as Effect} />;
}

export function EffectWithReason({ effect }: { effect: Effect }) {
  const { words } = useConsole(heldWordsIn);
  return (
    <>
      <EffectTable effect={effect} />
      {wantsReason(effect) && (
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          name="reason"
          maxLength={500}
          required
        />
      )}
    </>
  );
}

/** Said where an answer is that an act waits. */
export function HeldNotice({ answer }: { answer: unknown }) {
  const { language } = useConsole();
  if (!isHeld(answer)) return null;
  const { id, effect } = answer.held;
  return (
    <Outcome key={id} tone="plain">
      <p>{heldWordsIn(language).sent(id)}</p>
      <EffectTable effect={effect} />
    </Outcome>
  );
}

/** Whether an answer is that an act waits. */
export function isHeld(answer: unknown): answer is { held: { id: number; effect: Effect } } {
  return typeof answer === 'object' && answer !== null && 'held' in answer;
}
