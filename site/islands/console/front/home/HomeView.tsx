import { useState } from 'react';
import { dayMs } from '../../../../../campaigns/durations.ts';
import { lateDistricts } from '../../../../../campaigns/tracker/late-districts.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { Tile } from '../../../../../messaging/front/home/home-schemas.ts';
import { annotationWordsIn } from '../../../../i18n/annotation-words.ts';
import { formatChance, formatShare } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { officeProgressWordsIn } from '../../../../i18n/progress-words.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { DistrictField } from '../../ui/DayField.tsx';
import { Await, Facts, Section } from '../../ui/parts.tsx';
import { viewPath } from '../../ui/views.ts';
import type { ProgressFile } from '../boards/use-district-table.ts';
import { FirstSteps } from '../first-steps/FirstSteps.tsx';
import { DistrictHome, FigureRow, Papers, RecentWork } from './DistrictHome.tsx';
import { useHome, useProgress } from './home-context.ts';
import { TrendLine } from './TrendLine.tsx';

/** Lists the work that waits, each with its one button; below it the office's figures and the newest entries. */
export function HomeView() {
  const { role, area } = useMe();
  return (
    <>
      <FirstSteps />
      <ToDo />
      {role === 'district' && <DistrictHome district={area ?? ''} />}
      {role !== 'district' && role !== 'admin' && role !== 'branch' && <AreaHome />}
    </>
  );
}

function AreaHome() {
  const { role } = useMe();
  const { state, reload } = useProgress();
  const ofState = role === 'pro-dgp' || role === 'hq';
  return (
    <Await state={state} retry={reload}>
      {(file) => (
        <div className="two">
          {ofState ? <StateFigures file={file} /> : <AreaFigures file={file} />}
          <div>
            <RecentWork />
            <Papers>{role === 'hq' && <DistrictLetters />}</Papers>
          </div>
        </div>
      )}
    </Await>
  );
}

/** A zone's or a range's districts in three figures. */
function AreaFigures({ file }: { file: ProgressFile }) {
  const { language, districts, words, format } = useConsole(homeWordsIn);
  const { role, area, office } = useMe();
  const own = new Set(
    districts
      .filter(({ zone, range }) => (role === 'zone' ? zone : range) === area)
      .map(({ id }) => id),
  );
  const entries = file.districts.filter(({ district }) => own.has(district));
  const sum = (pick: (entry: (typeof entries)[number]) => number) =>
    format.number(entries.reduce((total, entry) => total + pick(entry), 0));
  return (
    <FigureRow
      title={office[language]}
      figures={[
        {
          value: sum(({ boards }) => boards.up),
          label: words.boardsUp(sum(({ boards }) => boards.stations)),
          link: viewPath('boards'),
        },
        { value: sum(({ scans }) => scans.last7), label: words.scansWeek },
        {
          value: format.number(lateDistricts(file, own).length),
          label: words.lateAmong(format.number(entries.length)),
          link: `${viewPath('boards')}?state=behind`,
        },
      ]}
    />
  );
}

/** The one-page letter to the head of a district, or a ZIP of all of them. */
function DistrictLetters() {
  const { words } = useConsole(annotationWordsIn);
  const [district, setDistrict] = useState('');
  const address = (format: 'pdf' | 'docx') =>
    district === ''
      ? makeAddress('GET /api/district-letters', { query: { format } })
      : makeAddress('GET /api/district-letters/:district', {
          params: { district },
          query: { format },
        });
  return (
    <Section id="letters" title={words.letters}>
      <p>{words.lettersLead}</p>
      <div className="narrow">
        <DistrictField
          label={words.lettersOf}
          empty={words.lettersAll}
          value={district}
          onChoose={setDistrict}
        />
        <div className="row">
          {(['pdf', 'docx'] as const).map((format) => (
            <a key={format} className="button quiet" href={address(format)} download>
              {format.toUpperCase()}
              {district === '' && ' (ZIP)'}
            </a>
          ))}
        </div>
      </div>
    </Section>
  );
}

/** Lists the work that waits for the officer, how much, since when, each with the one button that leads to it. */
function ToDo() {
  const { language } = useConsole();
  const { state, reload } = useHome();
  return (
    <section className="home-waits" aria-labelledby="waiting">
      <h2 id="waiting" className="sr-only">
        {homeWordsIn(language).waits}
      </h2>
      <Await state={state} retry={reload}>
        {({ tiles, now }) => <ToDoList tiles={tiles} now={now} />}
      </Await>
    </section>
  );
}

function ToDoList({ tiles, now }: { tiles: readonly ToDoRow[]; now: string }) {
  const { language, words, format } = useConsole(homeWordsIn);
  const open = tiles.filter(({ severity }) => severity !== 'calm');
  if (open.length === 0) {
    return (
      <p className="nothing" role="status">
        <strong>{words.nothing}</strong> {words.nothingText}
      </p>
    );
  }
  return (
    <ul className="plain to-do">
      {open.map(({ id, count, since, severity, link }, at) => (
        <li key={id} className={severity} data-tile={id}>
          <p>
            <strong>
              {format.number(count)} {words.tiles[id].label(count)}
            </strong>
            {since !== null && <span className="detail">{sinceText(since, now, language)}</span>}
          </p>
          <a
            className={at === 0 ? 'button' : 'button quiet'}
            href={localPath(language, link)}
            aria-label={`${words.tiles[id].act}: ${format.number(count)} ${words.tiles[id].label(count)}`}
          >
            {words.tiles[id].act}
          </a>
        </li>
      ))}
    </ul>
  );
}

type ToDoRow = Omit<Tile, 'since'> & { since: string | null };

function sinceText(since: string, now: string, language: Language): string {
  const words = homeWordsIn(language);
  const days = Math.floor((Date.parse(now) - Date.parse(since)) / dayMs);
  return days <= 0 ? words.today : words.since(words.age(days));
}

type File = Answer<'GET /api/progress'>;

/** Headquarters' own figures: downloads against the goal, the pace, scans, boards, and each channel. */
function StateFigures({ file }: { file: File }) {
  const { language, words, format } = useConsole(homeWordsIn);
  const { progress, goal, downloads, forecast, scans, boards } = file;
  const number = (value: number) => format.number(Math.round(value));
  const figures: [string, string | null][] = [
    [
      progress.requiredFrom === null
        ? words.required
        : words.requiredFrom(format.day(progress.requiredFrom)),
      progress.requiredPerDay === null ? null : number(progress.requiredPerDay),
    ],
    [words.rate7, progress.rate7 === null ? null : number(progress.rate7.perDay)],
    [words.chance, forecast.kind === 'forecast' ? formatChance(forecast.probability) : null],
    progress.daysToCount == null
      ? [words.daysLeft, number(progress.daysLeft)]
      : [officeProgressWordsIn(language).daysToCount, number(progress.daysToCount)],
    [words.scans, number(scans.total)],
    [words.scansWeek, number(scans.last7)],
    [words.boardsUp(number(boards.stations)), number(boards.up)],
    [words.verified, number(boards.verified)],
  ];
  return (
    <Section className="state-figures" id="figures" title={words.figures}>
      {progress.total === null ? (
        <p>{words.noFigures}</p>
      ) : (
        <>
          <p className="headline">
            <strong>{number(progress.total)}</strong>{' '}
            {words.goal(number(goal.downloads), formatShare(progress.share ?? 0))}
          </p>
          <progress
            max={goal.downloads}
            value={Math.min(goal.downloads, progress.total)}
            aria-label={words.goal(number(goal.downloads), formatShare(progress.share ?? 0))}
          />
        </>
      )}
      {downloads.kind === 'counted' && (
        <>
          <p className="detail">{words.asOf(format.day(downloads.asOf))}</p>
          <TrendLine
            title={words.trend}
            days={downloads.days.flatMap(({ date, total }) =>
              total === null ? [] : [{ date, total }],
            )}
          />
        </>
      )}
      <Facts
        className="small-figures"
        facts={figures.map(([label, value]) => value !== null && [label, value])}
      />
      <p>
        <a href={localPath(language, '/progress/')}>{words.more}</a>
      </p>
    </Section>
  );
}
