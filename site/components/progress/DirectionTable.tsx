import { formatNumber } from '../../i18n/format.ts';
import { localPath } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { countText, StandingMark } from './DirectionStanding.tsx';
import { directionMark, type ProgressProps } from './progress-page.ts';
import { TableHead } from './TableHead.tsx';

/** Directions A–G and those of the letter: standing, what was counted, and scans. */
export function DirectionTable({ file, places, language }: ProgressProps) {
  const words = progressWordsIn(language);
  const number = (value: number) => formatNumber(value, language);
  const titles = new Map(places.directions.map(({ id, title }) => [id, title[language]]));
  const shown = file.directions.filter(({ id }) => titles.has(id));
  return (
    <table className="directions">
      <TableHead texts={[words.direction, words.standing, words.counted]} numbers={[words.scans]} />
      <tbody>
        {shown.map(({ id, status, counts, scans }) => (
          <tr key={id}>
            <th scope="row">
              <a href={localPath(language, `/campaign/#${id}`)}>
                <span className="mark">{directionMark(id)}</span> {titles.get(id)}
              </a>
            </th>
            <td>
              <StandingMark status={status} language={language} />
            </td>
            <td>
              {counts.map((count) => (
                <span key={count.measure} className="count">
                  {countText(count, language)}
                </span>
              ))}
            </td>
            <td className="number">{status === 'not-counted' ? '–' : number(scans.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
