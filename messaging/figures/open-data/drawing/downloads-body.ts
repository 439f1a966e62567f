import { layOutBurnUp } from '../../../../campaigns/figures/charts/burn-up.ts';
import { formatCount, formatDayOfYear } from '../../../../campaigns/numbers.ts';
import type { ProgressFile } from '../../../../campaigns/tracker/progress-file.ts';
import { chartWords } from '../../../../campaigns/words/chart-words.ts';
import { type Body, type BodyOptions, colours, type Pen } from './pen.ts';

const frames = {
  wide: {
    width: 1000,
    height: 500,
    left: 100,
    right: 24,
    top: 16,
    bottom: 42,
    text: 18,
    label: 21,
  },
  narrow: {
    width: 360,
    height: 340,
    left: 62,
    right: 10,
    top: 12,
    bottom: 32,
    text: 12,
    label: 14,
  },
};
const lines = {
  actual: `fill="none" stroke="${colours.navy}" stroke-width="4" stroke-linejoin="round"`,
  band: `fill="${colours.steel}" fill-opacity=".45" stroke="${colours.steel}"`,
  middle: `fill="none" stroke="${colours.navy}" stroke-dasharray="7 5" stroke-width="2"`,
  required: `fill="none" stroke="${colours.red}" stroke-dasharray="3 4" stroke-width="2.5"`,
};

/** The course of downloads against the goal, as the progress page draws it. */
export function downloadsBody(file: ProgressFile, { size, language, pen }: BodyOptions): Body {
  const words = chartWords[language];
  const frame = frames[size];
  const { width, height, left, right, top, bottom, text, label } = frame;
  const chart = layOutBurnUp(file, frame);
  const goal = formatCount(file.goal.downloads);
  const total = chart.last === null ? null : formatCount(chart.last.total);
  const quiet = { size: text, fill: colours.quiet } as const;
  const dashed = `stroke="${colours.quiet}" stroke-dasharray="2 4"`;
  const foot = height - bottom;
  const parts = [
    ...chart.valueTicks.map(
      ({ at, value }) =>
        `<path stroke="${colours.line}" d="M${left} ${at}H${width - right}"/>${pen.text(formatCount(value), left - 8, at + text / 3, { ...quiet, anchor: 'end' })}`,
    ),
    ...chart.dayTicks.map(({ at, day }) =>
      pen.text(formatDayOfYear(day, language), at, foot + text * 1.5, {
        ...quiet,
        anchor: 'middle',
      }),
    ),
    path(chart.band, lines.band),
    path(chart.middle, lines.middle),
    path(chart.required, lines.required),
    `<path stroke="${colours.red}" stroke-width="2.5" d="M${left} ${chart.goalY}H${chart.goalX}"/>`,
    `<path ${dashed} d="M${chart.goalX} ${top}V${foot}"/>`,
    chart.todayX === null
      ? ''
      : `<path ${dashed} d="M${chart.todayX} ${chart.goalY + label * 1.8}V${foot}"/>${pen.text(words.today, chart.todayX + 6, foot - 8, quiet)}`,
    path(chart.actual, lines.actual),
    chart.last === null || total === null
      ? ''
      : `<circle cx="${chart.last.x}" cy="${chart.last.y}" r="6" fill="${colours.navy}"/>${pen.text(total, chart.last.x - 12, chart.last.y - 12, { size: label, bold: true, anchor: 'end', fill: colours.navy })}`,
    pen.text(`${words.goalLine} ${goal}`, left + 6, chart.goalY + label * 1.15, {
      size: label,
      bold: true,
      fill: colours.red,
    }),
    ...(file.downloads.kind === 'none' ? empty(words.chartEmpty, frame, pen) : []),
  ];
  const key = [
    { mark: 'actual', words: words.actualLine, shown: file.downloads.kind === 'counted' },
    { mark: 'band', words: words.bandLine, shown: file.forecast.kind === 'forecast' },
    { mark: 'required', words: words.requiredLine, shown: file.progress.requiredPerDay !== null },
  ] as const;
  return {
    svg: parts.join(''),
    height,
    alt: words.chartAltAlone(total, goal),
    key: key
      .filter(({ shown }) => shown)
      .map((entry) => ({ words: entry.words, svg: swatch(entry.mark) })),
  };
}

/** Said where the line will appear. */
function empty(words: string, frame: (typeof frames)['wide'], pen: Pen): string[] {
  const { left, right, width, height, text } = frame;
  const room = width - left - right - 40;
  return pen.lines(words, room, { size: text }).map((line, at) =>
    pen.text(line, left + 20 + room / 2, height / 2 + at * text * 1.5, {
      size: text,
      anchor: 'middle',
      fill: colours.quiet,
    }),
  );
}

function path(d: string | null, style: string): string {
  return d === null ? '' : `<path ${style} d="${d}"/>`;
}

function swatch(mark: keyof typeof lines): string {
  if (mark !== 'band') return path('M0 7H36', lines[mark]);
  return `<rect ${lines.band} width="36" height="14"/>${path('M0 7H36', lines.middle)}`;
}
