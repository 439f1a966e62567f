import { type ReactNode, useState } from 'react';
import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import type {
  DistrictChecklist,
  StationCheck,
} from '../../../../../campaigns/activities/checklist.ts';
import { measuresOfChannel } from '../../../../../campaigns/tracker/measures.ts';
import { entryWords } from '../../../../i18n/entry-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { recordableKinds } from '../../field/activities/recordable.ts';
import { BoardRow } from '../../field/boards/BoardRow.tsx';
import { ReviewNote } from '../../figures/ReviewNote.tsx';
import { BoardDatesProvider } from '../../print/orders/BoardDates.tsx';
import { useConsole, useDistrictName, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ListBar, MoreRows } from '../../ui/list/ListBar.tsx';
import { type ListSpec, useList } from '../../ui/list/use-list.ts';
import { useKept } from '../../ui/outbox/use-kept.ts';
import { Await } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useDays } from '../../ui/use-days.ts';
import { useHashPlace } from '../../ui/use-hash-place.ts';
import { ConsoleScore } from './ConsoleScore.tsx';
import { useHome } from './home-context.ts';

interface DistrictHomeProps {
  district: string;
  /** Whether each board has its row; without them the boards are one figure with a link to the rows. */
  rows: boolean;
}

/** One district: the boards that are missing first, then the others, and the counts of everything else. */
export function DistrictHome({ district, rows }: DistrictHomeProps) {
  const { language, words } = useConsole();
  const me = useMe();
  const nameDistrict = useDistrictName();
  const { state, asOf, reload } = useKept('GET /api/activities/checklist', { query: { district } });
  useChanges(['activity'], reload);
  const days = useDays();
  const mayEnter = recordableKinds(me).includes('board');
  const today = mayEnter && days.state.kind === 'loaded' ? days.state.value.today : null;
  return (
    <>
      {rows && (
        <p>
          <a href={localPath(language, '/console/')}>
            {me.role === 'district' ? homeWordsIn(language).backHome : words.home.all}
          </a>
        </p>
      )}
      <h2>{words.home.district(nameDistrict(district))}</h2>
      <p className="detail">
        <a href={localPath(language, `/print/${district}/`)}>
          {homeWordsIn(language).publicPage(nameDistrict(district))}
        </a>
      </p>
      {!(rows && me.role === 'district') && <ConsoleScore district={district} />}
      {asOf !== null && (
        <p className="notice plain" role="status">
          {entryWords[language].asOf(formatMoment(asOf, language))}
        </p>
      )}
      <Await state={state} retry={reload}>
        {([checklist]) =>
          checklist === undefined ? (
            <p className="notice plain">{words.home.noDistrict}</p>
          ) : (
            <div className={rows ? 'two' : 'two own-figures'}>
              {rows ? (
                <BoardDatesProvider district={checklist.district}>
                  <Boards checklist={checklist} today={today} onChanged={reload} />
                </BoardDatesProvider>
              ) : (
                <BoardFigures checklist={checklist}>
                  <p className="row">
                    <a className="button" href={boardsPath(language, checklist.district)}>
                      {homeWordsIn(language).openBoards}
                    </a>
                  </p>
                </BoardFigures>
              )}
              <Counts checklist={checklist} />
              {!rows && <ReviewNote />}
            </div>
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
  const { language } = useConsole();
  const home = homeWordsIn(language);
  useHashPlace('boards');
  // Ordered once, so that a row keeps its place when its board comes in and the verdict shows below it.
  const [order] = useState(() => sortStations(checklist, language));
  const stations = checklist.stations.toSorted(
    (left, right) => order.indexOf(left.station) - order.indexOf(right.station),
  );
  // A row stays found by the state that it had first, while the officer works on it.
  const [first] = useState(() => new Map(stations.map((check) => [check.station, check])));
  const [spec] = useState(() => createListSpec(first));
  const list = useList(stations, spec);
  const choices = (['open', 'no-picture', 'refused'] as const).map((value) => ({
    value,
    label: home.boardStates[value],
  }));
  return (
    <BoardFigures checklist={checklist}>
      <ListBar list={list} filters={[{ name: 'show', label: home.boardState, choices }]} />
      <ul className="plain board-rows">
        {list.shown.map((check) => (
          <BoardRow
            key={check.station}
            check={check}
            district={checklist.district}
            today={today}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <MoreRows list={list} />
    </BoardFigures>
  );
}

/** Where each board of a district has its row. */
function boardsPath(language: Language, district: string): string {
  return `${localPath(language, '/console/')}?district=${district}#boards`;
}

/** The count of missing boards above its children. */
function BoardFigures({
  checklist,
  children,
}: {
  checklist: DistrictChecklist;
  children: ReactNode;
}) {
  const { language, words } = useConsole();
  const all = checklist.stations.length;
  return (
    <section aria-labelledby="boards">
      <h3 id="boards">{words.home.boards}</h3>
      <p className="headline">
        <strong>{formatNumber(checklist.missing, language)}</strong>{' '}
        {words.home.missingOf(formatNumber(all, language))}
        <SampleTag />
      </p>
      <progress
        className="whole"
        max={Math.max(1, all)}
        value={all - checklist.missing}
        aria-label={words.home.share(all - checklist.missing, all)}
      />
      {checklist.missing === 0 && <p className="notice good">{words.home.allDone}</p>}
      {children}
    </section>
  );
}

function createListSpec(first: ReadonlyMap<string, StationCheck>): ListSpec<StationCheck> {
  const shows: Readonly<Record<string, readonly StationCheck['status'][]>> = {
    open: ['missing', 'rejected', 'entered'],
    'no-picture': ['missing', 'entered'],
    refused: ['rejected'],
  };
  return {
    texts: ({ nameHi, nameEn }) => [nameHi, nameEn],
    filters: {
      show: ({ station, status }, value) =>
        shows[value]?.includes(first.get(station)?.status ?? status) ?? true,
    },
    sorts: {},
    sort: '',
    upward: [],
    pageRows: 60,
  };
}

/** Marks figures of the sample. */
function SampleTag() {
  const { words } = useConsole();
  const { state } = useHome();
  if (state.kind !== 'loaded' || !state.value.sample) return null;
  return <span className="tag">{words.sample}</span>;
}

/** The stations whose board is rejected or missing first, each by name. */
function sortStations({ stations }: DistrictChecklist, language: Language): string[] {
  const collator = new Intl.Collator(language);
  const pickName = ({ nameHi, nameEn }: StationCheck) => (language === 'hi' ? nameHi : nameEn);
  const rank = ({ status }: StationCheck) => ['rejected', 'missing', status].indexOf(status);
  return stations
    .toSorted(
      (left, right) =>
        rank(left) - rank(right) || collator.compare(pickName(left), pickName(right)),
    )
    .map(({ station }) => station);
}

function Counts({ checklist }: { checklist: DistrictChecklist }) {
  const { language, words } = useConsole();
  const me = useMe();
  const kinds = recordableKinds(me).filter((kind) => kind !== 'board');
  const shown = Object.entries(measuresOfChannel).filter(([channel]) => channel !== 'board');
  return (
    <section aria-labelledby="counts">
      <h3 id="counts">
        {words.home.others} <SampleTag />
      </h3>
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
                    {kinds.some((name) => name === kind) && (
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
