import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { formatNumber, formatShortDay } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { type ChartSize, layOutBurnUp } from './burn-up.ts';

const sizes: Record<'wide' | 'narrow', ChartSize> = {
  wide: { width: 1080, height: 460, left: 88, right: 150, top: 16, bottom: 40 },
  narrow: { width: 360, height: 380, left: 58, right: 12, top: 16, bottom: 36 },
};

type Props = { file: ProgressFile; language: Language };

/** The course of downloads against the goal, drawn twice: for phones and for wider screens. */
export function BurnUpChart({ file, language }: Props) {
  return (
    <>
      <Drawing file={file} language={language} size="wide" />
      <Drawing file={file} language={language} size="narrow" />
    </>
  );
}

function Drawing({ file, language, size }: Props & { size: 'wide' | 'narrow' }) {
  const words = progressWordsIn(language);
  const { width, height, left, right, bottom, top } = sizes[size];
  const chart = layOutBurnUp(file, sizes[size]);
  const goal = formatNumber(file.goal.downloads, language);
  const total = chart.last ? formatNumber(chart.last.total, language) : words.unknown;
  const isWide = size === 'wide';
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
      <line className="goal" x1={left} x2={chart.goalX} y1={chart.goalY} y2={chart.goalY} />
      <line className="end" x1={chart.goalX} x2={chart.goalX} y1={top} y2={height - bottom} />
      {chart.todayX !== null && (
        <g>
          <line
            className="today"
            x1={chart.todayX}
            x2={chart.todayX}
            y1={chart.goalY + 34}
            y2={height - bottom}
          />
          <text className="note" x={chart.todayX + 6} y={height - bottom - 10}>
            {words.today}
          </text>
        </g>
      )}
      {chart.actual && <path className="actual" d={chart.actual} />}
      {chart.last && <circle className="last" cx={chart.last.x} cy={chart.last.y} r={6} />}
      <text
        className="goal-label"
        x={isWide ? chart.goalX + 10 : left + 6}
        y={isWide ? chart.goalY + 6 : chart.goalY + 22}
      >
        {words.goalLine} {goal}
      </text>
      {chart.last && (
        <text className="total-label" x={chart.last.x - 12} y={chart.last.y - 12} textAnchor="end">
          {total}
        </text>
      )}
    </svg>
  );
}

/** What the lines mean, under the chart so that nothing covers them. */
export function ChartKey({ file, language }: Props) {
  const words = progressWordsIn(language);
  const entries = [
    { mark: 'actual', label: words.actualLine, shown: file.downloads.kind === 'counted' },
    { mark: 'band', label: words.bandLine, shown: file.forecast.kind === 'forecast' },
    { mark: 'required', label: words.requiredLine, shown: file.progress.requiredPerDay !== null },
  ].filter(({ shown }) => shown);
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
