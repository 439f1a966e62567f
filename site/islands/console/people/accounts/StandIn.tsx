import { formatDay } from '../../../../i18n/format.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { deputyWordsIn } from './deputy-words.ts';

/** Begins or ends standing in; all that is shown may be another officer's after that, so the page reloads. */
function useStandIn() {
  const { service } = useConsole();
  return async (personId: string | null) => {
    await service.ask('POST /api/me/stand-in', { body: { personId } });
    location.reload();
  };
}

/** Says on every page for whom the officer acts now. */
export function StandInNotice() {
  const { words } = useConsole(deputyWordsIn);
  const { standsInFor } = useMe();
  const choose = useStandIn();
  // A phone may have kept what an earlier version answered.
  if (standsInFor === null || standsInFor === undefined) return null;
  return (
    <section className="notice plain" aria-label={words.acting}>
      <p>{words.now(standsInFor.name)}</p>
      <AskButton button={words.end} send={() => choose(null)} />
    </section>
  );
}

/** On the page of the account: for whom the officer may act today. */
export function StandInChoice() {
  const { language, words } = useConsole(deputyWordsIn);
  const { mayStandInFor = [], standsInFor } = useMe();
  const choose = useStandIn();
  const others = mayStandInFor.filter(({ personId }) => personId !== standsInFor?.id);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="stand-in">
      <h2 id="stand-in">{words.standIn}</h2>
      <ul className="plain activities">
        {others.map(({ personId, personName, lastDay }) => (
          <li key={personId}>
            <div className="row">
              <AskButton button={words.begin(personName)} send={() => choose(personId)} />
            </div>
            <p className="detail">{words.until(formatDay(lastDay, language))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
