import { useState } from 'react';
import { dayMs } from '../../../../../campaigns/durations.ts';
import { lateDistricts } from '../../../../../campaigns/tracker/late-districts.ts';
import type { Tile } from '../../../../../messaging/front/home/home-schemas.ts';
import { annotationWordsIn } from '../../../../i18n/annotation-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { ReviewNote } from '../../figures/MonthPapers.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Await, Field } from '../../ui/parts.tsx';
import { DistrictOptions } from '../../ui/StationField.tsx';
import { viewPath } from '../../ui/views.ts';
import type { ProgressFile } from '../boards/use-district-table.ts';
import { FirstSteps } from '../first-steps/FirstSteps.tsx';
import { DistrictHome } from './DistrictHome.tsx';
import { FigureRow } from './FigureRow.tsx';
import { useHome } from './home-context.ts';
import { RecentWork } from './RecentWork.tsx';
import { StateFigures } from './StateFigures.tsx';
import { useProgress } from './use-progress.ts';

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
            <ReviewNote />
            {role === 'hq' && <DistrictLetters />}
          </div>
        </div>
      )}
    </Await>
  );
}

/** A zone's or a range's districts in three figures. */
function AreaFigures({ file }: { file: ProgressFile }) {
  const { language, districts, words } = useConsole(homeWordsIn);
  const { role, area, office } = useMe();
  const own = new Set(
    districts
      .filter(({ zone, range }) => (role === 'zone' ? zone : range) === area)
      .map(({ id }) => id),
  );
  const entries = file.districts.filter(({ district }) => own.has(district));
  const sum = (pick: (entry: (typeof entries)[number]) => number) =>
    formatNumber(
      entries.reduce((total, entry) => total + pick(entry), 0),
      language,
    );
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
          value: formatNumber(lateDistricts(file, own).length, language),
          label: words.lateAmong(formatNumber(entries.length, language)),
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
    <section aria-labelledby="letters">
      <h2 id="letters">{words.letters}</h2>
      <p>{words.lettersLead}</p>
      <div className="narrow">
        <Field label={words.lettersOf}>
          {(ids) => (
            <select
              {...ids}
              value={district}
              onChange={({ currentTarget }) => setDistrict(currentTarget.value)}
            >
              <option value="">{words.lettersAll}</option>
              <DistrictOptions />
            </select>
          )}
        </Field>
        <div className="row">
          {(['pdf', 'docx'] as const).map((format) => (
            <a key={format} className="button quiet" href={address(format)} download>
              {format.toUpperCase()}
              {district === '' && ' (ZIP)'}
            </a>
          ))}
        </div>
      </div>
    </section>
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
  const { language, words } = useConsole(homeWordsIn);
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
              {formatNumber(count, language)} {words.tiles[id].label(count)}
            </strong>
            {since !== null && <span className="detail">{sinceText(since, now, language)}</span>}
          </p>
          <a
            className={severity === 'urgent' || at === 0 ? 'button' : 'button quiet'}
            href={localPath(language, link)}
            aria-label={`${words.tiles[id].act}: ${formatNumber(count, language)} ${words.tiles[id].label(count)}`}
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
  return days <= 0 ? words.today : words.since(words.days(days));
}
