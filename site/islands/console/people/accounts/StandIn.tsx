import { formatDay } from '../../../../i18n/format.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { deputyWordsIn } from './deputy-words.ts';

/** Begins or ends standing in; all that is shown may be another officer's after that, so the page reloads. */
function useStandIn() {
  const { service } = useConsole();
  const { busy, error, run } = useAction();
  const choose = (personId: string | null) =>
    run(async () => {
      await service.ask('POST /api/me/stand-in', { body: { personId } });
      location.reload();
    });
  return { busy, error, choose };
}

/** Says on every page for whom the officer acts now. */
export function StandInNotice() {
  const { language } = useConsole();
  const words = deputyWordsIn(language);
  const { standsInFor } = useMe();
  const { busy, error, choose } = useStandIn();
  // A phone may have kept what an earlier version answered.
  if (standsInFor === null || standsInFor === undefined) return null;
  return (
    <section className="notice plain" aria-label={words.acting}>
      <p>{words.now(standsInFor.name)}</p>
      <ErrorNotice error={error} />
      <button type="button" className="button quiet" disabled={busy} onClick={() => choose(null)}>
        {words.end}
      </button>
    </section>
  );
}

/** On the page of the account: for whom the officer may act today. */
export function StandInChoice() {
  const { language } = useConsole();
  const words = deputyWordsIn(language);
  const { mayStandInFor = [], standsInFor } = useMe();
  const { busy, error, choose } = useStandIn();
  const others = mayStandInFor.filter(({ personId }) => personId !== standsInFor?.id);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="stand-in">
      <h2 id="stand-in">{words.standIn}</h2>
      <ErrorNotice error={error} />
      <ul className="plain activities">
        {others.map(({ personId, personName, lastDay }) => (
          <li key={personId}>
            <p className="row">
              <button
                type="button"
                className="button quiet"
                disabled={busy}
                onClick={() => choose(personId)}
              >
                {words.begin(personName)}
              </button>
            </p>
            <p className="detail">{words.until(formatDay(lastDay, language))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
