import { type ReactNode, useEffect, useState } from 'react';
import type {
  DistrictChecklist,
  StationCheck,
} from '../../../../../campaigns/activities/checklist.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { bandNames } from '../../../../../campaigns/words/score-words.ts';
import { boardSpecimens } from '../../../../../messaging/field/board-pictures/specimens-feature.ts';
import { bandsMoved } from '../../../../components/progress/bands-moved.ts';
import { Grade } from '../../../../components/progress/DistrictScore.tsx';
import { Moved } from '../../../../components/progress/Moved.tsx';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { wordsSide } from '../../../../i18n/own-language.ts';
import { scoreWordsIn } from '../../../../i18n/score-words.ts';
import { recordableKinds } from '../../field/activities/activity-entry.ts';
import { BoardActions, BoardFeedback, BoardState } from '../../field/boards/BoardStep.tsx';
import { type BoardProps, useBoard } from '../../field/boards/use-board.ts';
import { WithChecklist } from '../../field/boards/WithChecklist.tsx';
import { DrawnBoards } from '../../field/inspections/DrawnBoards.tsx';
import { DueBoards } from '../../field/inspections/DueBoards.tsx';
import { InspectBoard } from '../../field/inspections/InspectBoard.tsx';
import { PhotoTray, TrayStart } from '../../field/tray/PhotoTray.tsx';
import { useHeldPictures, useTray } from '../../field/tray/use-tray.ts';
import { BoardDatesProvider } from '../../print/orders/BoardDates.tsx';
import { ClosedCodes } from '../../scanning/codes/ClosedCodes.tsx';
import { ReportedCodes } from '../../scanning/codes/ReportedCodes.tsx';
import { useConsole, useDistrictName, useMay, useMe } from '../../ui/console-context.ts';
import { FoldedFeature } from '../../ui/feature/FeatureView.tsx';
import { useInAddress } from '../../ui/in-address.ts';
import { ListBar, MoreRows } from '../../ui/list/ListBar.tsx';
import { type ListSpec, useList } from '../../ui/list/use-list.ts';
import { Await, Section } from '../../ui/parts.tsx';
import { useDays } from '../../ui/use-days.ts';
import { useStationPath, viewPath } from '../../ui/views.ts';
import { DistrictCounts } from '../home/DistrictCounts.tsx';
import { useProgress } from '../home/home-context.ts';
import { DistrictTable } from './DistrictTable.tsx';

/** Boards by station: the own district's, or the districts of the area, each of which opens. */
export function BoardsView() {
  const me = useMe();
  const chosen = new URLSearchParams(location.search).get('district');
  const district = me.role === 'district' ? me.area : chosen;
  const scanned = useInAddress('code');
  const listed = useInAddress('board');
  const { open } = listed;
  if (scanned.value !== null) {
    const { value: code } = scanned;
    return <InspectBoard key={code} board={{ code }} onBack={() => scanned.open(null)} />;
  }
  if (listed.value !== null) {
    const { value: place } = listed;
    return <InspectBoard key={place} board={{ place }} onBack={() => open(null)} />;
  }
  return district === null ? (
    <AreaBoards onInspect={open} />
  ) : (
    <OneDistrict district={district} onInspect={open} />
  );
}

interface Inspecting {
  onInspect: (place: string) => void;
}

function AreaBoards({ onInspect }: Inspecting) {
  const may = useMay();
  const { state, reload } = useProgress();
  return (
    <Await state={state} retry={reload}>
      {(file) => (
        <>
          {may('board.draw') && <DrawnBoards onInspect={onInspect} />}
          {may('code-report.read') && <ReportedCodes />}
          <DueBoards onInspect={onInspect} />
          <DistrictTable file={file} />
          {may('code.close') && <ClosedCodes />}
          {may('activity.record') && <KeptPictures />}
        </>
      )}
    </Await>
  );
}

function OneDistrict({ district, onInspect }: { district: string } & Inspecting) {
  const { language, words } = useConsole();
  const nameDistrict = useDistrictName();
  const may = useMay();
  const isOwn = useMe().role === 'district';
  const held = useHeldPictures();
  return (
    <>
      {!isOwn && (
        <p>
          <a href={localPath(language, viewPath('boards'))}>{words.home.all}</a>
        </p>
      )}
      <h2>{words.home.district(nameDistrict(district))}</h2>
      {!isOwn && <ConsoleScore district={district} />}
      {may('code-report.read') && <ReportedCodes district={district} />}
      <DueBoards district={district} onInspect={onInspect} />
      <WithChecklist district={district}>
        {(checklist, reload) => (
          <div className="two">
            <BoardsOrTray held={held} checklist={checklist} onChanged={reload} />
            {!isOwn && <DistrictCounts checklist={checklist} />}
          </div>
        )}
      </WithChecklist>
      <p className="detail">
        <a href={localPath(language, `/print/${district}/`)}>
          {homeWordsIn(language).publicPage(nameDistrict(district))}
        </a>
      </p>
      {isOwn && may('code.close') && <ClosedCodes />}
      {isOwn && <KeptPictures />}
    </>
  );
}

interface BoardsProps {
  checklist: DistrictChecklist;
  onChanged: () => Promise<void>;
}

/** The list of a district's boards, or the pictures that were chosen for many of them at once. */
function BoardsOrTray(props: BoardsProps & { held: ReturnType<typeof useHeldPictures> }) {
  const { held, checklist, onChanged } = props;
  const { district, stations } = checklist;
  const mayEnter = recordableKinds(useMe()).includes('board');
  const days = useDays();
  const today = mayEnter && days.state.kind === 'loaded' ? days.state.value.today : null;
  const tray = useTray({ held, district, stations, day: today, onChanged });
  const [inList, setInList] = useState(false);
  const { length } = tray.pictures;
  // A new picture opens the tray.
  useEffect(() => setInList(length === 0), [length]);
  if (length > 0 && !inList)
    return (
      <PhotoTray
        tray={tray}
        district={district}
        stations={stations}
        onList={() => setInList(true)}
      />
    );
  return (
    <DistrictBoards {...props} today={today}>
      {today !== null && checklist.missing > 0 && (
        <TrayStart tray={tray} onOpen={() => setInList(false)} />
      )}
    </DistrictBoards>
  );
}

/** The boards of a district that are missing first, then the others, each a row. */
function DistrictBoards({
  checklist,
  onChanged,
  today,
  children,
}: BoardsProps & { today: string | null; children: ReactNode }) {
  const { language, words, format } = useConsole();
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
  const choices = (['open', 'no-picture', 'refused'] as const).map(
    (value) => [value, home.boardStates[value]] as const,
  );
  return (
    <Section id="boards" title={words.home.boards} level="h3">
      <p className="headline">
        <strong>{format.number(checklist.missing)}</strong>{' '}
        {words.home.missingOf(format.number(all))}
      </p>
      <progress
        className="whole"
        max={Math.max(1, all)}
        value={all - checklist.missing}
        aria-label={words.home.share(all - checklist.missing, all)}
      />
      {children}
      <ListBar folded list={list} filters={[{ name: 'show', label: home.boardState, choices }]} />
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
    </Section>
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

/** A district's score, its place and the grade of its data, with the way to its parts; nothing while there is none. */
function ConsoleScore({ district }: { district: string }) {
  const { language, words } = useConsole(scoreWordsIn);
  const { state } = useProgress();
  // The page is about boards: without figures the score is left out.
  if (state.kind !== 'loaded') return null;
  const file = state.value;
  const score = file.districts.find((entry) => entry.district === district)?.score;
  if (score?.value == null) return null;
  return (
    <p className="own-score">
      <strong>{score.value.toFixed(2)}</strong> {words.of10} ·{' '}
      {score.band != null && bandNames[score.band][wordsSide(language)]}{' '}
      <Moved by={bandsMoved(score)} of="bands" language={language} inWords /> ·{' '}
      <Grade grade={score.quality.grade} language={language} />{' '}
      <a href={localPath(language, `/progress/${district}/`)}>{words.parts}</a>
    </p>
  );
}

/** A station of the checklist: the state of its board, and the next step in one tap; the rest is on the station's page. */
function BoardRow(props: BoardProps) {
  const { check, district } = props;
  const board = useBoard(props);
  const name = pickName(check, useConsole().language);
  const path = useStationPath();
  return (
    <li className={`station ${check.status}`} data-station={check.station}>
      <div className="station-line">
        <span className="station-name">
          <a href={path(district, check.station, 'board')}>
            <strong>{name}</strong>
          </a>{' '}
          <BoardState check={check} />
        </span>
        <BoardActions board={board} name={name} />
      </div>
      <BoardFeedback board={board} name={name} />
    </li>
  );
}

/** Pictures that were kept by consent to tune the check; nothing while there is none. */
function KeptPictures() {
  return (
    <FoldedFeature
      of={boardSpecimens}
      onlyFilled
      row={({ id, station, keptBy }, text) => (
        <>
          <a href={`/api/board-specimens/${id}/picture`}>
            {text.district} · {station}
          </a>
          <br />
          <span className="detail">{[text.likeness, keptBy, text.keptAt].join(' · ')}</span>
        </>
      )}
    />
  );
}
