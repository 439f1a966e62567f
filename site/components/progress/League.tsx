import { zoneName } from '../../../campaigns/directory/areas.ts';
import { perStationText } from '../../../campaigns/figures/charts/shades.ts';
import { findMedian } from '../../../campaigns/tracker/district-ranks.ts';
import { fullScore } from '../../../campaigns/tracker/score-parts.ts';
import { bandNames } from '../../../campaigns/words/score-words.ts';
import { formatDay, formatNumber, formatShare } from '../../i18n/format.ts';
import { type Language, localPath } from '../../i18n/language.ts';
import { wordsSide, wordsTag } from '../../i18n/own-language.ts';
import { progressSide, progressWordsIn } from '../../i18n/progress-words.ts';
import { scoreWordsIn } from '../../i18n/score-words.ts';
import { Grade } from './DistrictScore.tsx';
import { Moved } from './Moved.tsx';
import { divide, type LeagueRow, type ProgressProps, rankDistricts } from './progress-page.ts';

/**
 * All districts in order, with the state above them. `league-table` lets them be sorted and filtered; without a script
 * they are in the order of the league.
 */
export function League(props: ProgressProps) {
  const { file, language } = props;
  const words = progressWordsIn(language);
  const score = scoreWordsIn(language);
  const rows = rankDistricts(props);
  const shown: Shown = {
    score: rows.some((row) => row.score !== null),
    gain: scaleGains(rows),
    installs: file.installs !== null,
    perLakh: rows.some((row) => row.perLakh !== null),
  };
  return (
    <league-table data-count={words.leagueCount('{count}', formatNumber(rows.length, language))}>
      <p className="filter" hidden>
        <label htmlFor="league-filter">{words.leagueFilter}</label>
        <input id="league-filter" type="search" autoComplete="off" spellCheck={false} />
      </p>
      <p className="detail count" role="status" />
      {/* On a phone the first ten are shown, the others by one tap; also without a script. */}
      <input className="sr-only all" id="league-all" type="checkbox" />
      <table className="league">
        <LeagueHead language={language} shown={shown} />
        <tbody>
          <tr className="state">
            <th scope="row">{words.state}</th>
            <Cells language={language} shown={shown} row={sumState(file)} />
          </tr>
        </tbody>
        <tbody className="districts">
          {rows.map((row, at) => (
            <tr
              key={row.place.id}
              data-place={at}
              data-district={row.place.id}
              data-words={listSearchWords(row.place, props.places)}
            >
              <th scope="row">
                {row.score?.rank != null && <span className="rank">{row.score.rank}</span>}
                <a href={localPath(language, `/progress/${row.place.id}/`)}>{row.name}</a>{' '}
                <Moved by={row.moved} of={shown.score ? 'bands' : 'places'} language={language} />
                {row.score?.band != null && (
                  <span className={`band ${row.score.band}`} lang={wordsTag(language)}>
                    {bandNames[row.score.band][wordsSide(language)]}
                  </span>
                )}
              </th>
              <Cells language={language} shown={shown} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
      <label className="button quiet" htmlFor="league-all">
        {words.leagueAll(formatNumber(rows.length, language))}
      </label>
      <details>
        <summary>{words.leagueHow}</summary>
        {shown.score ? (
          <p className="detail" lang={wordsTag(language)}>
            {score.leagueNote}{' '}
            <a href={localPath(language, '/progress/score/')}>{score.howItIsMade}</a>
          </p>
        ) : (
          <p className="detail">{words.leagueNote}</p>
        )}
        <p className="detail">
          {words.visitorsNote}{' '}
          {file.networksFrom !== null &&
            `${words.networksFrom(formatDay(file.networksFrom, progressSide(language)))} `}
          {shown.installs ? words.installsNote : words.notInstalls}
        </p>
      </details>
    </league-table>
  );
}

/** Columns that show only where their figures are known. */
interface Shown {
  score: boolean;
  /** By which the districts are ordered; null while none has any. */
  gain: GainScale | null;
  installs: boolean;
  perLakh: boolean;
}

function LeagueHead({ language, shown }: { language: Language; shown: Shown }) {
  const words = progressWordsIn(language);
  const score = scoreWordsIn(language);
  const columns = [
    { sort: 'place', text: words.district },
    shown.gain !== null && { sort: 'gain', text: score.gain, className: 'number' },
    shown.score && { sort: 'score', text: score.score, className: 'number' },
    { sort: 'boards', text: words.boards, className: 'number' },
    { sort: 'share', text: words.share, className: 'share' },
    { sort: 'verified', text: words.verified, className: 'number wide' },
    { sort: 'scans', text: words.scans, className: 'number' },
    { sort: 'recent', text: words.last7, className: 'number wide' },
    { sort: 'visitors', text: words.visitors, className: 'number wide' },
    shown.installs && { sort: 'installs', text: words.installs, className: 'number' },
    { sort: 'each', text: words.perStation, className: 'number each' },
    shown.perLakh && { sort: 'lakh', text: score.perLakh, className: lakhClass(shown) },
  ].filter((column) => column !== false);
  return (
    <thead>
      <tr>
        {columns.map(({ sort, text, className }) => (
          <th key={sort} scope="col" className={className} data-sort={sort}>
            {text}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Points at the ends of each row's bar, and the middle of the gains that are compared. */
interface GainScale {
  from: number;
  to: number;
  middle: number;
}

function scaleGains(rows: readonly LeagueRow[]): GainScale | null {
  if (rows.every(({ score }) => score?.change == null)) return null;
  const compared = rows.flatMap(({ score }) =>
    score?.band == null || score.change === null ? [] : score.change,
  );
  return {
    from: Math.min(...compared.map(({ low }) => low)),
    to: Math.max(...compared.map(({ high }) => high)),
    middle: findMedian(compared.map(({ points }) => points)),
  };
}

interface IntervalProps {
  scale: GainScale;
  score: NonNullable<LeagueRow['score']>;
  language: Language;
}

/** The interval of a gain against the middle of all. */
function Interval({ scale: { from, to, middle }, score, language }: IntervalProps) {
  const { band, change } = score;
  if (band === null || change === null) return null;
  // All alike, as on a first day, lie at the left end.
  const at = (points: number) => Math.round((1000 * (points - from)) / (to - from || 1)) / 10;
  const [left, right] = [at(change.low), at(change.high)];
  return (
    <span className={`interval ${band}`}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="chance" x={left} y="3" width={Math.max(1, right - left)} height="4" />
        <rect className="point" x={at(change.points) - 0.75} width="1.5" height="10" />
        <rect className="middle" x={at(middle) - 0.25} width="0.5" height="10" />
      </svg>
      <span className="sr-only">
        {scoreWordsIn(language).interval(change.low.toFixed(2), change.high.toFixed(2))}
      </span>
    </span>
  );
}

/** On a phone the gain takes the place of the rate. */
const lakhClass = ({ gain }: Shown) => (gain === null ? 'number' : 'number each');

/** The names of district and zone in both languages, by which a row is found. */
function listSearchWords(
  { nameHi, nameEn, zone }: LeagueRow['place'],
  places: ProgressProps['places'],
): string {
  const area = zoneName(places, zone);
  return [nameHi, nameEn, area.hi, area.en].join(' ').toLowerCase();
}

interface CellsProps {
  language: Language;
  shown: Shown;
  row: Pick<
    LeagueRow,
    'boards' | 'share' | 'scans' | 'visitors' | 'installs' | 'perStation' | 'perLakh' | 'score'
  >;
}

function Cells({ language, shown, row }: CellsProps) {
  const { boards, share, scans, visitors, installs, perStation, perLakh, score } = row;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      {shown.gain !== null && (
        <td className="number" data-value={score?.change?.points ?? -fullScore}>
          {score?.change == null ? '–' : <strong>{score.change.points.toFixed(2)}</strong>}
          {score !== null && <Interval scale={shown.gain} score={score} language={language} />}
        </td>
      )}
      {shown.score && (
        <td className="number score" data-value={score?.value ?? -1}>
          {score?.value == null ? (
            '–'
          ) : (
            <>
              {score.value.toFixed(2)} <Grade grade={score.quality.grade} language={language} />
            </>
          )}
        </td>
      )}
      <td className="number" data-value={boards.up}>
        {number(boards.up)}/<wbr />
        {number(boards.stations)}
      </td>
      <td className="share" data-value={share ?? -1}>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className="done" width={Math.round((share ?? 0) * 100)} height="10" />
        </svg>
        <span>{share === null ? '–' : formatShare(share)}</span>
      </td>
      <td className="number wide" data-value={boards.verified}>
        {number(boards.verified)}
      </td>
      <td className="number" data-value={scans.total}>
        {number(scans.total)}
      </td>
      <td className="number wide" data-value={scans.last7}>
        {number(scans.last7)}
      </td>
      <td className="number wide" data-value={visitors.total}>
        {number(visitors.total)}
      </td>
      {installs !== null && (
        <td className="number" data-value={installs.total}>
          {number(installs.total)}
        </td>
      )}
      <td className="number each" data-value={perStation ?? -1}>
        {perStationText(perStation)}
      </td>
      {shown.perLakh && (
        <td className={lakhClass(shown)} data-value={perLakh ?? -1}>
          {perStationText(perLakh)}
        </td>
      )}
    </>
  );
}

/** The figures of the state; for each lakh of its people where those of all districts are known. */
function sumState({
  districts,
  boards,
  scans,
  visitors,
  installs,
}: ProgressProps['file']): CellsProps['row'] {
  const { stations, up } = boards;
  const people = districts.reduce<number | null>(
    (sum, { population }) => (sum === null || population === null ? null : sum + population),
    0,
  );
  return {
    score: null,
    boards,
    scans,
    visitors,
    installs,
    share: divide(up, stations),
    perStation: divide(visitors.total, stations),
    perLakh: people === null || people === 0 ? null : (visitors.total * 100_000) / people,
  };
}
