import {
  type ChartSize,
  layOutBurnUp,
  type Mark,
  type Period,
} from '../../../campaigns/figures/charts/burn-up.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { formatDay, formatNumber, formatShortDay } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { progressSide, progressWordsIn } from '../../i18n/progress-words.ts';

const sizes: Record<'wide' | 'narrow', ChartSize> = {
  wide: { width: 800, height: 460, left: 84, right: 20, top: 16, bottom: 40 },
  narrow: { width: 360, height: 380, left: 58, right: 12, top: 16, bottom: 36 },
};

interface Props {
  file: ProgressFile;
  language: Language;
  period?: Period | undefined;
}

/** The course of downloads against the goal, drawn twice: for phones and for wider screens. */
export function BurnUpChart(props: Props) {
  return (
    <>
      <Drawing {...props} size="wide" />
      <Drawing {...props} size="narrow" />
    </>
  );
}

function Drawing({ file, language, period, size }: Props & { size: 'wide' | 'narrow' }) {
  const words = progressWordsIn(language);
  const { width, height, left, right, bottom, top } = sizes[size];
  const chart = layOutBurnUp(file, sizes[size], period);
  const goal = formatNumber(file.goal.downloads, language);
  const total = chart.last ? formatNumber(chart.last.total, language) : words.unknown;
  return (
    <svg
      className={`burn-up ${size}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.chartAlt(total, goal)}
    >
      {chart.valueTicks.map(({ at, value }) => (
        <g key={value}>
          <line className="grid" x1={left} x2={width - right} y1={at} y2={at} />
          <text className="tick" x={left - 8} y={at + 5} textAnchor="end">
            {formatNumber(value, language)}
          </text>
        </g>
      ))}
      {chart.dayTicks.map(({ at, day }) => (
        <text key={day} className="tick" x={at} y={height - bottom + 24} textAnchor="middle">
          {formatShortDay(day, language)}
        </text>
      ))}
      {chart.band && <path className="band" d={chart.band} />}
      {chart.middle && <path className="middle" d={chart.middle} />}
      {chart.required && <path className="required" d={chart.required} />}
      {chart.hasGoal && (
        <>
          <line className="goal" x1={left} x2={chart.goalX} y1={chart.goalY} y2={chart.goalY} />
          <line className="end" x1={chart.goalX} x2={chart.goalX} y1={top} y2={height - bottom} />
          <text className="goal-label" x={left + 6} y={chart.goalY + 22}>
            {words.goalLine} {goal}
          </text>
        </>
      )}
      {chart.todayX !== null && (
        <g>
          <line
            className="today"
            x1={chart.todayX}
            x2={chart.todayX}
            y1={chart.hasGoal ? chart.goalY + 34 : top}
            y2={height - bottom}
          />
          <text
            className="note"
            x={chart.todayX + (chart.hasGoal ? 6 : -6)}
            y={height - bottom - 10}
            textAnchor={chart.hasGoal ? 'start' : 'end'}
          >
            {words.today}
          </text>
        </g>
      )}
      {chart.events.map(({ at, number, row }) => (
        <g key={number} className="event-mark">
          <line x1={at} x2={at} y1={top + 22 + 24 * row} y2={height - bottom} />
          <circle cx={at} cy={top + 11 + 24 * row} r={11} />
          <text x={at} y={top + 16 + 24 * row} textAnchor="middle">
            {number}
          </text>
        </g>
      ))}
      {chart.actual && <path className="actual" d={chart.actual} />}
      {chart.last && <circle className="last" cx={chart.last.x} cy={chart.last.y} r={6} />}
      {chart.last && (
        <text className="total-label" x={chart.last.x - 12} y={chart.last.y - 12} textAnchor="end">
          {total}
        </text>
      )}
      <Tips marks={chart.marks} language={language} frame={sizes[size]} />
    </svg>
  );
}

interface TipsProps {
  marks: readonly Mark[];
  language: Language;
  frame: ChartSize;
}

/** Shows a day's figure while the pointer or a finger is at the day; the table beside has the same. */
function Tips({ marks, language, frame }: TipsProps) {
  const words = progressWordsIn(language);
  const { left, right, top, bottom, width, height } = frame;
  const tip = { width: width > 600 ? 200 : 160, height: 52 };
  return marks.map(({ x, y, day, total, isForecast }, at) => {
    const from = at === 0 ? left : (x + (marks[at - 1]?.x ?? x)) / 2;
    const to = at === marks.length - 1 ? width - right : (x + (marks[at + 1]?.x ?? x)) / 2;
    const tipX = Math.min(Math.max(x - tip.width / 2, left), width - right - tip.width);
    // Above the point, and below it where there is no room.
    const tipY = y - tip.height - 14 < top ? y + 14 : y - tip.height - 14;
    const number = formatNumber(total, language);
    return (
      <g key={day} className="day">
        <rect className="reach" x={from} y={top} width={to - from} height={height - bottom - top} />
        <g className="tip">
          <line x1={x} x2={x} y1={top} y2={height - bottom} />
          <circle cx={x} cy={y} r={5} />
          <rect x={tipX} y={tipY} width={tip.width} height={tip.height} rx={4} />
          <text x={tipX + 10} y={tipY + 21}>
            {formatDay(day, progressSide(language))}
          </text>
          <text className="figure" x={tipX + 10} y={tipY + 42}>
            {isForecast ? words.tipForecast(number) : number}
          </text>
        </g>
      </g>
    );
  });
}

/** The key to the lines, under the chart so that nothing covers them. */
export function ChartKey({ file, language, period }: Props) {
  const words = progressWordsIn(language);
  const entries = [
    { mark: 'actual', label: words.actualLine, shown: file.downloads.kind === 'counted' },
    { mark: 'band', label: words.bandLine, shown: file.forecast.kind === 'forecast' },
    { mark: 'required', label: words.requiredLine, shown: file.progress.requiredPerDay !== null },
  ].filter(({ mark, shown }) => shown && (mark === 'actual' || period !== 'week'));
  return (
    <ul className="plain key">
      {entries.map(({ mark, label }) => (
        <li key={mark}>
          <svg viewBox="0 0 36 14" width="36" height="14" aria-hidden="true">
            {mark === 'band' && <rect className="band" width="36" height="14" />}
            {mark === 'band' && <path className="middle" d="M0 7H36" />}
            {mark !== 'band' && <path className={mark} d="M0 7H36" />}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
