import { formatNumber } from '../../i18n/format.ts';
import { localPath } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { directionMark, type ProgressProps } from './progress-page.ts';

/** Directions A–G and those of the letter: standing, what was counted, and scans. */
export function DirectionTable({ file, places, language }: ProgressProps) {
  const words = progressWordsIn(language);
  const number = (value: number) => formatNumber(value, language);
  const titles = new Map(places.directions.map(({ id, title }) => [id, title[language]]));
  return (
    <table className="directions">
      <thead>
        <tr>
          <th scope="col">{words.direction}</th>
          <th scope="col">{words.standing}</th>
          <th scope="col">{words.counted}</th>
          <th scope="col" className="number">
            {words.scans}
          </th>
        </tr>
      </thead>
      <tbody>
        {file.directions.map(({ id, status, counts, scans }) => (
          <tr key={id}>
            <th scope="row">
              <a href={localPath(language, `/campaign/#${id}`)}>
                <span className="mark">{directionMark(id)}</span> {titles.get(id) ?? id}
              </a>
            </th>
            <td>
              <span className={`standing-mark ${status}`}>{words.directionStatus[status]}</span>
            </td>
            <td>
              {counts.map(({ measure, count, of }) => (
                <span key={measure} className="count">
                  {of === null ? number(count) : words.countOf(number(count), number(of))}{' '}
                  {words.measures[measure]}
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
