import { formatNumber, formatShare } from '../../i18n/format.ts';
import { localPath } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { perStationText } from './DistrictMaps.tsx';
import { leagueOf, type ProgressProps } from './progress-page.ts';

/** All districts in order, with the state above them. */
export function League(props: ProgressProps) {
  const { file, language } = props;
  const words = progressWordsIn(language);
  const number = (value: number) => formatNumber(value, language);
  const { boards, scans } = file;
  return (
    <>
      <p className="detail">{words.leagueNote}</p>
      <table className="league">
        <thead>
          <tr>
            <th scope="col">{words.district}</th>
            <th scope="col" colSpan={2}>
              {words.boards}
            </th>
            <th scope="col" className="number wide">
              {words.verified}
            </th>
            <th scope="col" className="number">
              {words.scans}
            </th>
            <th scope="col" className="number">
              {words.perStation}
            </th>
            <th scope="col" className="number wide">
              {words.last7}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="state">
            <th scope="row">{words.state}</th>
            <td className="number">
              {number(boards.up)}/<wbr />
              {number(boards.stations)}
            </td>
            <BarCell share={boards.stations === 0 ? 0 : boards.up / boards.stations} />
            <td className="number wide">{number(boards.verified)}</td>
            <td className="number">{number(scans.total)}</td>
            <td className="number">
              {perStationText(
                { perStation: boards.stations === 0 ? null : scans.total / boards.stations },
                language,
              )}
            </td>
            <td className="number wide">{number(scans.last7)}</td>
          </tr>
          {leagueOf(props).map((row) => (
            <tr key={row.place.id}>
              <th scope="row">
                <a href={localPath(language, `/print/${row.place.id}/`)}>{row.name}</a>
              </th>
              <td className="number">
                {row.boards.up}/{row.boards.stations}
              </td>
              <BarCell share={row.share ?? 0} />
              <td className="number wide">{number(row.boards.verified)}</td>
              <td className="number">{number(row.scans.total)}</td>
              <td className="number">{perStationText(row, language)}</td>
              <td className="number wide">{number(row.scans.last7)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function BarCell({ share }: { share: number }) {
  return (
    <td className="share">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="done" width={Math.round(share * 100)} height="10" />
      </svg>
      <span>{formatShare(share)}</span>
    </td>
  );
}
