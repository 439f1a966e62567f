import type { District } from '../../../../campaigns/directory/station.ts';
import type { PublicChart } from '../../../../campaigns/figures/charts/public-charts.ts';
import { formatDay } from '../../../../campaigns/numbers.ts';
import type { ProgressFile } from '../../../../campaigns/tracker/progress-file.ts';
import { chartWords } from '../../../../campaigns/words/chart-words.ts';
import { downloadsBody } from './downloads-body.ts';
import { mapBody } from './map-body.ts';
import {
  type Body,
  type BodyOptions,
  type ChartSize,
  colours,
  openPen,
  type Pen,
  short,
} from './pen.ts';

export interface ChartSource {
  /** Of the campaign. */
  name: string;
  file: ProgressFile;
  districts: readonly District[];
  /** Source and licence of the figures, a line each. */
  foot: readonly string[];
}
export interface DrawnChart {
  svg: string;
  alt: string;
  width: number;
  height: number;
}

const sizes = {
  wide: { width: 1080, margin: 40, title: 34, detail: 20, foot: 17 },
  narrow: { width: 380, margin: 10, title: 20, detail: 14, foot: 12 },
};

/**
 * A whole chart as an SVG of outlines: heading, day of the figures, the word for sample data, chart, key, source and
 * licence. All of it travels with the picture, since nobody knows where it will be used.
 */
export function drawChart(
  chart: PublicChart,
  source: ChartSource,
  { language, size }: { language: 'hi' | 'en'; size: ChartSize },
): DrawnChart {
  const pen = openPen(`${chart}-${size}-`);
  const { width, margin, title, detail, foot } = sizes[size];
  const words = chartWords[language];
  const { file } = source;
  const room = width - 2 * margin;
  const parts: string[] = [];
  let y = margin;
  const write = (text: string, style: Parameters<Pen['text']>[3]) => {
    for (const line of pen.lines(text, room, style)) {
      y += style.size * 1.35;
      parts.push(pen.text(line, margin, short(y), style));
    }
  };
  write(words.names[chart], { size: title, bold: true, fill: colours.navy });
  const day = words.asOf(formatDay(file.today, language));
  write(file.replayed && !file.sample ? `${day} · ${words.clockLine}` : day, {
    size: detail,
    fill: colours.quiet,
  });
  if (file.sample) write(words.sampleLine, { size: detail, bold: true, fill: colours.red });
  if (chart !== 'downloads') {
    const legend = chart === 'boards-map' ? words.legendBoards : words.legendScans;
    write(legend, { size: detail, fill: colours.key });
  }
  y += detail;
  const body = drawBody(chart, source, { size, language, pen });
  parts.push(`<g transform="translate(${margin} ${short(y)})">${body.svg}</g>`);
  y += body.height + detail * 0.6;
  const key = keyRows(body.key, { room, pen, size: detail });
  parts.push(`<g transform="translate(${margin} ${short(y)})">${key.svg}</g>`);
  y += key.height + detail * 0.4;
  parts.push(`<path stroke="${colours.line}" d="M${margin} ${short(y)}H${width - margin}"/>`);
  for (const line of source.foot) write(line, { size: foot, fill: colours.quiet });
  const height = Math.ceil(y + margin * 0.75);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="${size}">${pen.glyphs()}<rect width="${width}" height="${height}" fill="${colours.paper}"/><rect width="${width}" height="${size === 'wide' ? 8 : 5}" fill="${colours.marigold}"/>${parts.join('')}</svg>`,
    alt: `${words.names[chart]}. ${day}. ${file.sample ? `${words.sampleLine} ` : ''}${body.alt}`,
    width,
    height,
  };
}

function drawBody(
  chart: PublicChart,
  { file, districts }: ChartSource,
  options: BodyOptions,
): Body {
  if (chart === 'downloads') return downloadsBody(file, options);
  return mapBody({ file, districts, by: chart === 'boards-map' ? 'boards' : 'scans' }, options);
}

/** The key in as many rows as it needs. */
function keyRows(
  key: Body['key'],
  { room, pen, size }: { room: number; pen: Pen; size: number },
): { svg: string; height: number } {
  const step = size * 1.5;
  let x = 0;
  let row = 0;
  const entries = key.map(({ words, svg }) => {
    const width = 44 + pen.widthOf(words, { size }) + size;
    if (x > 0 && x + width > room) {
      x = 0;
      row += 1;
    }
    const at = x;
    x += width;
    const y = short(row * step + size * 0.35);
    return `<g transform="translate(${short(at)} ${y})">${svg}${pen.text(words, 44, size * 0.68, { size })}</g>`;
  });
  return { svg: entries.join(''), height: key.length === 0 ? 0 : (row + 1) * step };
}
