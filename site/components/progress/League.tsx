import { perStationText } from '../../../campaigns/charts/shades.ts';
import { zoneName } from '../../../campaigns/directory/areas.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { type Language, localPath } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { scoreWordsIn } from '../../i18n/score-words.ts';
import { Grade } from './DistrictScore.tsx';
import { Moved } from './Moved.tsx';
import { type LeagueRow, type ProgressProps, rankDistricts } from './progress-page.ts';

/**
 * All districts in order, with the state above them. `league-table` lets them be sorted and filtered; without a script
 * they stand in the order of the league.
 */
export function League(props: ProgressProps) {
  const { file, language } = props;
  const words = progressWordsIn(language);
  const score = scoreWordsIn(language);
  const { boards, scans } = file;
  const rows = rankDistricts(props);
  const isScored = rows.some((row) => row.score !== null);
  const isCounted = rows.some((row) => row.perLakh !== null);
  return (
    <league-table data-count={words.leagueCount('{count}', formatNumber(rows.length, language))}>
      {isScored ? (
        <p className="detail">
          {score.leagueNote}{' '}
          <a href={localPath(language, '/progress/score/')}>{score.howItIsMade}</a>
        </p>
      ) : (
        <p className="detail">{words.leagueNote}</p>
      )}
      <p className="detail">{file.installs === null ? words.notInstalls : words.installsNote}</p>
      <p className="filter" hidden>
        <label htmlFor="league-filter">{words.leagueFilter}</label>
        <input id="league-filter" type="search" autoComplete="off" spellCheck={false} />
      </p>
      <p className="detail count" role="status" />
      <table className="league">
        <thead>
          <tr>
            <th scope="col" data-sort="place">
              {words.district}
            </th>
            {isScored && (
              <th scope="col" className="number" data-sort="score">
                {score.score}
              </th>
            )}
            <th scope="col" className="number" data-sort="boards">
              {words.boards}
            </th>
            <th scope="col" className="share" data-sort="share">
              {words.share}
            </th>
            <th scope="col" className="number wide" data-sort="verified">
              {words.verified}
            </th>
            <th scope="col" className="number" data-sort="scans">
              {words.scans}
            </th>
            {file.installs !== null && (
              <th scope="col" className="number" data-sort="installs">
                {words.installs}
              </th>
            )}
            <th scope="col" className="number each" data-sort="each">
              {words.perStation}
            </th>
            {isCounted && (
              <th scope="col" className="number" data-sort="lakh">
                {score.perLakh}
              </th>
            )}
            <th scope="col" className="number wide" data-sort="recent">
              {words.last7}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="state">
            <th scope="row">{words.state}</th>
            <Cells
              language={language}
              isScored={isScored}
              isCounted={isCounted}
              row={{
                score: null,
                boards,
                scans,
                installs: file.installs,
                share: boards.stations === 0 ? null : boards.up / boards.stations,
                perStation: boards.stations === 0 ? null : scans.total / boards.stations,
                perLakh: statePerLakh(file),
              }}
            />
          </tr>
        </tbody>
        <tbody className="districts">
          {rows.map((row, at) => (
            <tr key={row.place.id} data-place={at} data-words={wordsOf(row.place, props.places)}>
              <th scope="row">
                {row.score?.rank != null && <span className="rank">{row.score.rank}</span>}
                <a href={localPath(language, `/print/${row.place.id}/`)}>{row.name}</a>{' '}
                <Moved by={row.moved} language={language} />
              </th>
              <Cells language={language} isScored={isScored} isCounted={isCounted} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </league-table>
  );
}

/** What a row is found by: the names of district and zone in both languages. */
function wordsOf(
  { nameHi, nameEn, zone }: LeagueRow['place'],
  places: ProgressProps['places'],
): string {
  const area = zoneName(places, zone);
  return [nameHi, nameEn, area.hi, area.en].join(' ').toLowerCase();
}

type CellsProps = {
  language: Language;
  isScored: boolean;
  /** The people of the districts are known. */
  isCounted: boolean;
  row: Pick<
    LeagueRow,
    'boards' | 'share' | 'scans' | 'installs' | 'perStation' | 'perLakh' | 'score'
  >;
};

function Cells({ language, isScored, isCounted, row }: CellsProps) {
  const { boards, share, scans, installs, perStation, perLakh, score } = row;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      {isScored && (
        <td className="number score" data-value={score?.value ?? -1}>
          {score?.value == null ? (
            '–'
          ) : (
            <>
              <strong>{score.value.toFixed(2)}</strong>{' '}
              <Grade grade={score.quality.grade} language={language} />
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
      {installs !== null && (
        <td className="number" data-value={installs.total}>
          {number(installs.total)}
        </td>
      )}
      <td className="number each" data-value={perStation ?? -1}>
        {perStationText(perStation)}
      </td>
      {isCounted && (
        <td className="number" data-value={perLakh ?? -1}>
          {perStationText(perLakh)}
        </td>
      )}
      <td className="number wide" data-value={scans.last7}>
        {number(scans.last7)}
      </td>
    </>
  );
}

/** Of the people of all districts together, where each one's are known. */
function statePerLakh({ districts, scans }: ProgressProps['file']): number | null {
  const people = districts.map(({ population }) => population);
  if (people.some((count) => count === null)) return null;
  const sum = people.reduce<number>((all, count) => all + (count ?? 0), 0);
  return sum === 0 ? null : (scans.total * 100_000) / sum;
}
