import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { useActivityPlace } from '../../field/activities/use-activity-list.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';

const shownRows = 5;

/** The newest entries of the officer's area and what became of each. */
export function RecentWork() {
  const { language, words } = useConsole();
  const { state, reload } = useLoad('GET /api/activities', {
    query: { order: 'newest', limit: shownRows },
  });
  useChanges(['activity'], reload);
  const namePlace = useActivityPlace();
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{homeWordsIn(language).recent}</h2>
      <Await state={state} retry={reload}>
        {({ activities }) =>
          activities.length === 0 ? (
            <p>{homeWordsIn(language).noneRecent}</p>
          ) : (
            <ul className="plain recent-work">
              {activities.map((activity) => (
                <li key={activity.id}>
                  <strong>{activityForms[activity.kind].title[language]}</strong>{' '}
                  <span className={`state ${activity.status}`}>
                    {words.status[activity.status]}
                  </span>
                  <span className="detail">
                    {namePlace(activity)} · {formatDay(activity.day, language)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </section>
  );
}
