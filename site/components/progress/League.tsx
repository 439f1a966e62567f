import { zoneName } from '../../../campaigns/directory/areas.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { type Language, localPath } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { perStationText } from './DistrictMaps.tsx';
import { type LeagueRow, leagueOf, type ProgressProps } from './progress-page.ts';

/**
 * All districts in order, with the state above them. `league-table` lets them be sorted and filtered; without a script
 * they stand in the order of the league.
 */
export function League(props: ProgressProps) {
  const { file, language } = props;
  const words = progressWordsIn(language);
  const { boards, scans } = file;
  const rows = leagueOf(props);
  return (
    <league-table data-count={words.leagueCount('{count}', formatNumber(rows.length, language))}>
      <p className="detail">{words.leagueNote}</p>
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
            <th scope="col" className="number" data-sort="each">
              {words.perStation}
            </th>
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
              row={{
                boards,
                scans,
                share: boards.stations === 0 ? null : boards.up / boards.stations,
                perStation: boards.stations === 0 ? null : scans.total / boards.stations,
              }}
            />
          </tr>
        </tbody>
        <tbody className="districts">
          {rows.map((row, at) => (
            <tr key={row.place.id} data-place={at} data-words={wordsOf(row.place)}>
              <th scope="row">
                <a href={localPath(language, `/print/${row.place.id}/`)}>{row.name}</a>{' '}
                <Moved by={row.moved} language={language} />
              </th>
              <Cells language={language} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </league-table>
  );
}

/** What a row is found by: the names of district and zone in both languages. */
function wordsOf({ nameHi, nameEn, zone }: LeagueRow['place']): string {
  const area = zoneName(zone);
  return [nameHi, nameEn, area.hi, area.en].join(' ').toLowerCase();
}

function Moved({ by, language }: { by: number | null; language: Language }) {
  const words = progressWordsIn(language);
  if (by === null || by === 0) return null;
  const places = formatNumber(Math.abs(by), language);
  return (
    <span className={by > 0 ? 'moved up' : 'moved down'}>
      <span aria-hidden="true">
        {by > 0 ? '▲' : '▼'} {places}
      </span>
      <span className="sr-only">{by > 0 ? words.movedUp(places) : words.movedDown(places)}</span>
    </span>
  );
}

type CellsProps = {
  language: Language;
  row: Pick<LeagueRow, 'boards' | 'share' | 'scans' | 'perStation'>;
};

function Cells({ language, row: { boards, share, scans, perStation } }: CellsProps) {
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
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
      <td className="number" data-value={perStation ?? -1}>
        {perStationText({ perStation }, language)}
      </td>
      <td className="number wide" data-value={scans.last7}>
        {number(scans.last7)}
      </td>
    </>
  );
}
