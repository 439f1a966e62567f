import { useState } from 'react';
import { activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import type { DistrictChecklist, StationCheck } from '../../../campaigns/activities/checklist.ts';
import { measuresOfChannel } from '../../../campaigns/tracker/measures.ts';
import { formatNumber } from '../../i18n/format.ts';
import { type Language, localPath } from '../../i18n/language.ts';
import { BoardDatesOf } from './BoardDates.tsx';
import { BoardRow } from './BoardRow.tsx';
import { useConsole, useDistrictName, useMe } from './console-context.ts';
import { Await } from './parts.tsx';
import { recordableKinds } from './recordable.ts';
import { useDays } from './use-days.ts';
import { useLoad } from './use-service.ts';

/** One district: the boards that are missing first, then the others, and the counts of everything else. */
export function DistrictHome({ district }: { district: string }) {
  const { language, words } = useConsole();
  const me = useMe();
  const nameOf = useDistrictName();
  const { state, reload } = useLoad('GET /api/activities/checklist', { query: { district } });
  const days = useDays();
  const mayEnter = recordableKinds(me.role).includes('board');
  const today = mayEnter && days.state.kind === 'loaded' ? days.state.value.today : null;
  return (
    <>
      {me.role !== 'district' && (
        <p>
          <a href={localPath(language, '/console/')}>{words.home.all}</a>
        </p>
      )}
      <h2>{words.home.district(nameOf(district))}</h2>
      <Await state={state} retry={reload}>
        {([checklist]) =>
          checklist === undefined ? (
            <p className="notice plain">{words.home.noDistrict}</p>
          ) : (
            <>
              <BoardDatesOf district={checklist.district}>
                <Boards checklist={checklist} today={today} onChanged={reload} />
              </BoardDatesOf>
              <Counts checklist={checklist} />
            </>
          )
        }
      </Await>
    </>
  );
}

interface BoardsProps {
  checklist: DistrictChecklist;
  today: string | null;
  onChanged: () => void;
}

function Boards({ checklist, today, onChanged }: BoardsProps) {
  const { language, words } = useConsole();
  // Ordered once, so that a row stays where it is when its board has come in, with the verdict below it.
  const [order] = useState(() => orderOf(checklist, language));
  const stations = checklist.stations.toSorted(
    (left, right) => order.indexOf(left.station) - order.indexOf(right.station),
  );
  const all = stations.length;
  return (
    <section aria-labelledby="boards">
      <h3 id="boards">{words.home.boards}</h3>
      <p className="headline">
        <strong>{formatNumber(checklist.missing, language)}</strong>{' '}
        {words.home.missingOf(formatNumber(all, language))}
      </p>
      <progress
        className="whole"
        max={Math.max(1, all)}
        value={all - checklist.missing}
        aria-label={words.home.share(all - checklist.missing, all)}
      />
      {checklist.missing === 0 && <p className="notice good">{words.home.allDone}</p>}
      <ul className="plain stations">
        {stations.map((check) => (
          <BoardRow
            key={check.station}
            check={check}
            district={checklist.district}
            today={today}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  );
}

/** What is rejected or missing first, each by name. */
function orderOf({ stations }: DistrictChecklist, language: Language): string[] {
  const collator = new Intl.Collator(language);
  const nameOf = ({ nameHi, nameEn }: StationCheck) => (language === 'hi' ? nameHi : nameEn);
  const rank = ({ status }: StationCheck) => ['rejected', 'missing', status].indexOf(status);
  return stations
    .toSorted(
      (left, right) => rank(left) - rank(right) || collator.compare(nameOf(left), nameOf(right)),
    )
    .map(({ station }) => station);
}

function Counts({ checklist }: { checklist: DistrictChecklist }) {
  const { language, words } = useConsole();
  const me = useMe();
  const kinds = recordableKinds(me.role).filter((kind) => kind !== 'board');
  const shown = Object.entries(measuresOfChannel).filter(([channel]) => channel !== 'board');
  return (
    <section aria-labelledby="counts">
      <h3 id="counts">{words.home.others}</h3>
      <table className="figures-table">
        <caption className="sr-only">{words.home.others}</caption>
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.home.count}</th>
            {kinds.length > 0 && (
              <th scope="col">
                <span className="sr-only">{words.menuNames.entry}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map(([channel, measures]) => {
            const kind = channel as keyof typeof activityForms;
            const title = activityForms[kind].title[language];
            const address = `${localPath(language, '/console/entry/')}?kind=${kind}&district=${checklist.district}`;
            return (
              <tr key={kind}>
                <th scope="row">{title}</th>
                <td>
                  {measures
                    .map((measure) => {
                      const count = formatNumber(checklist.counts[measure] ?? 0, language);
                      return measures.length === 1 ? count : `${count} ${words.measures[measure]}`;
                    })
                    .join(', ')}
                </td>
                {kinds.length > 0 && (
                  <td>
                    {kinds.some((own) => own === kind) && (
                      <a href={address} aria-label={words.home.enterOf(title)}>
                        {words.home.enter}
                      </a>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
