import { useState } from 'react';
import type {
  DistrictChecklist,
  StationCheck,
} from '../../../../../campaigns/activities/checklist.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import type { Language } from '../../../../i18n/language.ts';
import { recordableKinds } from '../../field/activities/recordable.ts';
import { BoardRow } from '../../field/boards/BoardRow.tsx';
import { BoardDatesProvider } from '../../print/orders/BoardDates.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { ListBar, MoreRows } from '../../ui/list/ListBar.tsx';
import { type ListSpec, useList } from '../../ui/list/use-list.ts';
import { useDays } from '../../ui/use-days.ts';

interface BoardsProps {
  checklist: DistrictChecklist;
  onChanged: () => void;
}

/** The boards of a district that are missing first, then the others, each a row. */
export function DistrictBoards({ checklist, onChanged }: BoardsProps) {
  const { language, words } = useConsole();
  const mayEnter = recordableKinds(useMe()).includes('board');
  const days = useDays();
  const today = mayEnter && days.state.kind === 'loaded' ? days.state.value.today : null;
  const home = homeWordsIn(language);
  const all = checklist.stations.length;
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
      <ListBar list={list} filters={[{ name: 'show', label: home.boardState, choices }]} />
      <BoardDatesProvider district={checklist.district}>
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
      </BoardDatesProvider>
      <MoreRows list={list} />
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

/** The stations whose board is rejected or missing first, each by name. */
function sortStations({ stations }: DistrictChecklist, language: Language): string[] {
  const collator = new Intl.Collator(language);
  const rank = ({ status }: StationCheck) => ['rejected', 'missing', status].indexOf(status);
  return stations
    .toSorted(
      (left, right) =>
        rank(left) - rank(right) ||
        collator.compare(pickName(left, language), pickName(right, language)),
    )
    .map(({ station }) => station);
}
