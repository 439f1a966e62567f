import { firstShownDay } from '../../../campaigns/figures/charts/burn-up.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { progressSide, progressWordsIn } from '../../i18n/progress-words.ts';
import type { ProgressProps } from './progress-page.ts';
import { TableHead } from './TableHead.tsx';

/** The chart's figures: the days from the campaign's start, the newest first. */
export function DayTable({ file, language, period }: ProgressProps) {
  const words = progressWordsIn(language);
  const { downloads, goal } = file;
  if (downloads.kind === 'none') return null;
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language));
  const first = period === 'week' ? firstShownDay(file, period) : goal.startsOn;
  const days = downloads.days.filter(({ date }) => date >= first).reverse();
  return (
    // Reached by keyboard, so that its rows can be scrolled.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <section id="days" className="days tables" aria-label={words.dayTable} tabIndex={0}>
      <table>
        <caption>{words.dayTable}</caption>
        <TableHead texts={[words.date, words.added, words.total]} />
        <tbody>
          {days.map(({ date, added, total }) => (
            <tr key={date}>
              <th scope="row">{formatDay(date, progressSide(language))}</th>
              <td>{number(added)}</td>
              <td>{number(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The forecast's figures, folded. */
export function ForecastTable({ file, language }: ProgressProps) {
  const words = progressWordsIn(language);
  const { forecast } = file;
  if (forecast.kind !== 'forecast') return null;
  const number = (value: number) => formatNumber(value, language);
  return (
    <details>
      <summary id="forecast">{words.forecastTable}</summary>
      <div className="tables">
        <table>
          <caption>{words.bandLine}</caption>
          <TableHead texts={[words.date, words.low, words.middle, words.high]} />
          <tbody>
            {forecast.band.map(({ date, p10, p50, p90 }) => (
              <tr key={date}>
                <th scope="row">{formatDay(date, progressSide(language))}</th>
                <td>{number(p10)}</td>
                <td>{number(p50)}</td>
                <td>{number(p90)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
