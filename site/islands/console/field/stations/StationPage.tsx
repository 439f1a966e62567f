import { useEffect, useRef, useState } from 'react';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { toDay } from '../../../../../campaigns/tracker/clock.ts';
import { artworkWords } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { StationView } from '../../../../../messaging/field/stations/stations-schemas.ts';
import { localPath } from '../../../../i18n/language.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { BoardDates, BoardDatesProvider } from '../../print/orders/BoardDates.tsx';
import { StationPrinting } from '../../print/orders/StationPrinting.tsx';
import { useConsole, useMay, useMe } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { useInAddress } from '../../ui/in-address.ts';
import { Fold } from '../../ui/lines.tsx';
import { Await } from '../../ui/parts.tsx';
import { useDays } from '../../ui/use-days.ts';
import { useLoad } from '../../ui/use-service.ts';
import { type StationPart, stationParts } from '../../ui/views.ts';
import { recordableKinds } from '../activities/activity-entry.ts';
import { EntryHistory } from '../activities/EntryHistory.tsx';
import { BoardActions, BoardFeedback, BoardState } from '../boards/BoardStep.tsx';
import { type BoardProps, useBoard } from '../boards/use-board.ts';
import { LevelMeaning } from '../boards/Verdict.tsx';
import { WithChecklist } from '../boards/WithChecklist.tsx';
import { StationEditor } from './StationEditor.tsx';
import { stationWordsIn } from './station-words.ts';
import type { EditorProps } from './use-station-editor.ts';

/** All of one station: its names, its board, what is printed for it and how often its codes are scanned. */
export function StationPage(props: EditorProps) {
  const { district, station } = props;
  const { language } = useConsole();
  const [part, open] = usePart();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  // What is being written outlasts a look at another part.
  const [wasWriting, setWriting] = useState(false);
  if (part === 'names' && !wasWriting) setWriting(true);
  const title = station === null ? stationWordsIn(language).addTitle : station.printed;
  return (
    <section ref={place} tabIndex={-1} className="station-page" aria-label={title}>
      <h2>{title}</h2>
      {station !== null && <StationFacts station={station} district={district} />}
      {station !== null && <PartTabs shown={part} onOpen={open} />}
      {(wasWriting || station === null) && (
        <div hidden={part !== 'names' && station !== null}>
          <StationEditor {...props} />
        </div>
      )}
      {station !== null && part === 'board' && (
        <StationBoard district={district} station={station.id} />
      )}
      {station !== null && part === 'printing' && (
        <StationPrinting district={district} station={station.id} />
      )}
      {station !== null && part === 'record' && (
        <StationRecord district={district} station={station.id} />
      )}
    </section>
  );
}

function usePart(): [StationPart, (part: StationPart) => void] {
  const { value, open } = useInAddress('part');
  const part = stationParts.find((each) => each === value) ?? 'names';
  return [part, (next) => open(next === 'names' ? null : next)];
}

function PartTabs({ shown, onOpen }: { shown: StationPart; onOpen: (part: StationPart) => void }) {
  const { words } = useConsole(stationWordsIn);
  const may = useMay();
  return (
    <nav className="station-parts" aria-label={words.parts}>
      {stationParts.map(
        (part) =>
          (part !== 'printing' || may('order.read')) && (
            <button
              key={part}
              type="button"
              aria-current={part === shown ? 'true' : undefined}
              onClick={() => onOpen(part)}
            >
              {words.partNames[part]}
            </button>
          ),
      )}
    </nav>
  );
}

/** Where the station is on the site, and what was said of its name. */
function StationFacts({ station, district }: { station: StationView; district: string }) {
  const { language, words, format } = useConsole(stationWordsIn);
  const { correction, compiled, notes, code } = station;
  return (
    <>
      <p className="detail">
        {code !== null && <>{words.code(code)} · </>}
        <a href={localPath(language, `/print/${district}/${station.id}/`)}>{words.page}</a>
      </p>
      {notes.length > 0 && (
        <ul className="notice plain">
          {notes.map((note) => (
            <li key={note.en}>{note[language]}</li>
          ))}
        </ul>
      )}
      {correction !== null && (
        <p className="detail">
          <strong>{words.actions[correction.action]}</strong>:{' '}
          {words.by(correction.by, format.moment(correction.at))}
          {compiled !== null && compiled.nameHi !== station.nameHi && (
            <>
              <br />
              {words.compiled(compiled.nameHi)}
            </>
          )}
        </p>
      )}
      {correction?.held && <p className="notice bad">{words.heldWhy(correction.heldRemark)}</p>}
      {station.superseded && <p className="notice plain">{words.supersededText}</p>}
    </>
  );
}

/** The board of a station: its next step in one tap, its dates, its picture and who changed what. */
function StationBoard({ district, station }: { district: string; station: string }) {
  const { words } = useConsole(stationWordsIn);
  const mayEnter = recordableKinds(useMe()).includes('board');
  const days = useDays();
  const today = mayEnter && days.state.kind === 'loaded' ? days.state.value.today : null;
  return (
    <section aria-label={words.partNames.board}>
      <WithChecklist district={district}>
        {({ stations }, reload) => {
          const check = stations.find((each) => each.station === station);
          if (check === undefined) return <p>{words.noBoard}</p>;
          return (
            <BoardDatesProvider district={district}>
              <Board check={check} district={district} today={today} onChanged={reload} />
            </BoardDatesProvider>
          );
        }}
      </WithChecklist>
    </section>
  );
}

function Board(props: BoardProps) {
  const { check, today, onChanged } = props;
  const { language } = useConsole();
  const board = useBoard(props);
  const name = pickName(check, language);
  const told = useLastEntry(check);
  return (
    <div data-station={check.station}>
      <div className="station-line">
        {check.status === 'missing' && <span>{stationWordsIn(language).boardMissing}</span>}
        <BoardState check={check} />
        <BoardActions board={board} name={name} />
      </div>
      {check.level !== null && <LevelMeaning level={check.level} />}
      <BoardFeedback board={board} name={name} />
      <BoardDates station={check.station} name={name} />
      {told !== null && (
        <EntryHistory
          key={`${told} ${check.status}`}
          id={told}
          name={name}
          mayChange={today !== null}
          onChanged={onChanged}
        />
      )}
    </div>
  );
}

/** The entry of the board. One that was taken back leaves the checklist, but can still be put back here. */
function useLastEntry({ activity }: StationCheck): number | null {
  const [last, setLast] = useState(activity);
  if (activity !== null && activity !== last) setLast(activity);
  return activity ?? last;
}

const recordWordsIn = inEachLanguage({
  weeks: ['सप्ताहवार स्कैन', 'Scans by week'],
  noScans: ['पिछले 12 सप्ताह में कोई स्कैन नहीं।', 'No scan in the last 12 weeks.'],
  week: ['सप्ताह', 'Week'],
  scans: ['स्कैन', 'Scans'],
  versions: ['आर्टवर्क के संस्करण', 'Versions of the artwork'],
  noVersions: [
    'इस थाने की कोई छपाई-फ़ाइल अभी नहीं बनी है।',
    'No press file of this station has been made yet.',
  ],
  artwork: ['आर्टवर्क', 'Artwork'],
  made: ['बना', 'Made'],
  state: ['स्थिति', 'State'],
  present: ['वर्तमान', 'present'],
  superseded: (day: string) => [`${day} से पुराना`, `superseded since ${day}`],
});

type Record = Answer<'GET /api/stations/:district/:station/record'>;

/** The scans of a station's codes by week, and the versions of its artwork. */
function StationRecord({ district, station }: { district: string; station: string }) {
  const { words } = useConsole(recordWordsIn);
  const { state, reload } = useLoad('GET /api/stations/:district/:station/record', {
    params: { district, station },
  });
  return (
    <section className="station-record" aria-label={words.weeks}>
      <Await state={state} retry={reload}>
        {(record) => (
          <>
            <Weeks record={record} />
            <Fold title={words.versions}>
              <Versions record={record} />
            </Fold>
          </>
        )}
      </Await>
    </section>
  );
}

function Weeks({ record }: { record: Record }) {
  const { words, format } = useConsole(recordWordsIn);
  const most = Math.max(...record.weeks.map(({ scans }) => scans));
  if (most <= 0) return <p>{words.noScans}</p>;
  return (
    <FigureTable
      className="figures-table weeks"
      caption={words.weeks}
      rows={record.weeks}
      keyOf={({ first }) => first}
      columns={[
        [words.week, ({ first, last }) => `${format.shortDay(first)} – ${format.shortDay(last)}`],
        [
          words.scans,
          ({ scans }) => (
            <span className="bar">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(100 * scans) / most} height="10" />
              </svg>
              {format.number(scans)}
            </span>
          ),
        ],
      ]}
    />
  );
}

function Versions({ record: { versions } }: { record: Record }) {
  const { language, words, format } = useConsole(recordWordsIn);
  if (versions.length === 0) return <p>{words.noVersions}</p>;
  const dayOf = (moment: string) => format.day(toDay(new Date(moment)));
  return (
    <FigureTable
      label={words.versions}
      rows={versions}
      keyOf={({ artwork, sha256 }) => `${artwork} ${sha256}`}
      columns={[
        [
          words.artwork,
          ({ artwork, sha256 }) => (
            <>
              {artworkWords[language][artwork] ?? artwork}{' '}
              <span className="detail">{sha256.slice(0, 8)}</span>
            </>
          ),
        ],
        [words.made, ({ madeAt }) => dayOf(madeAt), 'made'],
        [
          words.state,
          ({ supersededAt }) =>
            supersededAt === null ? words.present : words.superseded(dayOf(supersededAt)),
        ],
      ]}
    />
  );
}
