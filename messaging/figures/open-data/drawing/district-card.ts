import { pickName } from '../../../../campaigns/directory/pick-name.ts';
import type { District } from '../../../../campaigns/directory/station.ts';
import { districtPictureSize } from '../../../../campaigns/figures/charts/public-charts.ts';
import { perStationText, shadeFills } from '../../../../campaigns/figures/charts/shades.ts';
import { mapSize, tileCentre, tileOutline } from '../../../../campaigns/figures/charts/tile-map.ts';
import { formatCount, formatDay, formatShare } from '../../../../campaigns/numbers.ts';
import { chartWords } from '../../../../campaigns/words/chart-words.ts';
import type { ChartSource } from './chart.ts';
import { pickReadings } from './map-body.ts';
import { colours, openPen, type Pen, short } from './pen.ts';

const { width, height } = districtPictureSize;
const head = 168;
const foot = 110;
const margin = 60;
const barWidth = 560;
const map = { left: 690, top: head + 22, width: 450, height: 280 };

/** A district's figures beside those of the state, in the shape that a shared link shows; also while nothing is known. */
export function drawDistrictCard(
  district: District,
  source: ChartSource,
  language: 'hi' | 'en',
): string {
  const pen = openPen('district-');
  const words = chartWords[language];
  const { file } = source;
  const day = words.asOf(formatDay(file.today, language));
  const note = file.sample ? words.sampleLine : file.replayed ? words.clockLine : null;
  const title = words.cardName(pickName(district, language));
  const room = width - 2 * margin;
  const titleSize = Math.min(84, (84 * room) / pen.widthOf(title, { size: 84, bold: true }));
  const lines = note === null ? source.foot : [note, source.foot[0] ?? ''];
  const parts = [
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<rect width="${width}" height="${head}" fill="${colours.navy}"/>`,
    pen.text(`${source.name} · ${day}`, margin, 50, { size: 28, fill: colours.paper }),
    pen.text(title, margin, 134, {
      size: titleSize,
      bold: true,
      fill: colours.marigold,
    }),
    ...figures(district, source, { language, pen }),
    ...smallMap(district, source, { language, pen }),
    `<rect y="${height - foot}" width="${width}" height="${foot}" fill="${colours.marigold}"/>`,
    ...lines.map((line, at) =>
      pen.text(line, margin, height - foot + 46 + at * 42, {
        size: at === 0 && note !== null ? 30 : 25,
        bold: at === 0 && note !== null,
        fill: colours.navy,
      }),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${pen.glyphs()}${parts.join('')}</svg>`;
}

interface With {
  language: 'hi' | 'en';
  pen: Pen;
}

function figures(district: District, { file }: ChartSource, { language, pen }: With): string[] {
  const words = chartWords[language];
  const own = file.districts.find((row) => row.district === district.id);
  const { stations = 0, up = 0, verified = 0 } = own?.boards ?? {};
  if (up === 0 && (own?.scans.total ?? 0) === 0)
    return pen
      .lines(words.cardEmpty(formatCount(stations)), barWidth, { size: 40 })
      .map((line, at) =>
        pen.text(line, margin, head + 90 + at * 58, { size: 40, fill: colours.navy }),
      );
  const part = ({ stations: of, up: done }: typeof file.boards) => (of === 0 ? null : done / of);
  const each = own?.visitorsPerStation ?? null;
  const stateEach = file.boards.stations === 0 ? null : file.visitors.total / file.boards.stations;
  const rows = [
    {
      own: own === undefined ? null : part(own.boards),
      state: part(file.boards),
      most: 1,
      write: (value: number | null) => (value === null ? '–' : formatShare(value)),
      label: words.cardBoards(formatCount(up), formatCount(stations), formatCount(verified)),
    },
    {
      own: each,
      state: stateEach,
      most: Math.max(each ?? 0, stateEach ?? 0) * 1.15,
      write: perStationText,
      label: words.mapScans,
    },
  ];
  return rows.flatMap(({ own: value, state, most, write, label }, at) => {
    const y = head + 80 + at * 172;
    const toX = (share: number) => short(margin + (barWidth * share) / (most || 1));
    const stateText = words.cardState(write(state));
    const tick = toX(state ?? 0);
    const isRight = tick > margin + barWidth / 2;
    const figure = write(value);
    const after = margin + pen.widthOf(figure, { size: 68, bold: true }) + 18;
    const size = pen.widthOf(label, { size: 27 }) > margin + barWidth - after ? 22 : 27;
    return [
      pen.text(figure, margin, y, { size: 68, bold: true, fill: colours.navy }),
      pen.text(label, after, y, { size, fill: colours.key }),
      `<rect x="${margin}" y="${y + 18}" width="${barWidth}" height="22" fill="${colours.line}"/>`,
      `<rect x="${margin}" y="${y + 18}" width="${short(toX(value ?? 0) - margin)}" height="22" fill="${colours.navy}"/>`,
      state === null
        ? ''
        : `<path stroke="${colours.red}" stroke-width="5" d="M${tick} ${y + 10}V${y + 50}"/>${pen.text(stateText, isRight ? tick + 3 : tick - 3, y + 76, { size: 24, bold: true, anchor: isRight ? 'end' : 'start', fill: colours.red })}`,
    ];
  });
}

/** The district among the others, which are shaded by their boards. */
function smallMap(
  district: District,
  { file, districts }: ChartSource,
  { language, pen }: With,
): string[] {
  const whole = mapSize(districts);
  const scale = Math.min(map.width / whole.width, map.height / whole.height);
  const left = map.left + (map.width - whole.width * scale) / 2;
  const { readings } = pickReadings(file, districts, 'boards');
  // The own tile last: its outline lies over its neighbours.
  const tiles = readings
    .toSorted(
      (a, b) => Number(a.district.id === district.id) - Number(b.district.id === district.id),
    )
    .map((reading) => {
      const { x, y } = tileCentre(reading.district);
      const isOwn = reading.district.id === district.id;
      const fill = isOwn ? colours.marigold : (shadeFills[reading.shade] ?? '');
      const outline = isOwn ? ` stroke="${colours.navy}" stroke-width="12"` : '';
      return `<path transform="translate(${short(x)} ${short(y)})" fill="${fill}"${outline} d="${tileOutline}"/>`;
    });
  const centre = map.left + map.width / 2;
  const isBare = readings.every(({ shade }) => shade === 0);
  return [
    `<g transform="translate(${short(left)} ${map.top}) scale(${short(scale, 4)})">${tiles.join('')}</g>`,
    pen.text(isBare ? '' : chartWords[language].cardMap, centre, map.top + map.height + 36, {
      size: 22,
      anchor: 'middle',
      fill: colours.quiet,
    }),
  ];
}
