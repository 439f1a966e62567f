import { pickName } from '../../../../campaigns/directory/pick-name.ts';
import type { District } from '../../../../campaigns/directory/station.ts';
import {
  boardSteps,
  evenSteps,
  findShade,
  firstDarkShade,
  perStationText,
  shadeFills,
  shadeLabels,
} from '../../../../campaigns/figures/charts/shades.ts';
import {
  borders,
  letterCount,
  mapSize,
  tileCentre,
  tileInitials,
  tileLines,
  tileOutline,
} from '../../../../campaigns/figures/charts/tile-map.ts';
import { formatShare } from '../../../../campaigns/numbers.ts';
import type { ProgressFile } from '../../../../campaigns/tracker/progress-file.ts';
import { chartWords } from '../../../../campaigns/words/chart-words.ts';
import { type Body, type BodyOptions, colours, short } from './pen.ts';

interface Reading {
  district: District;
  value: number | null;
  text: string;
  shade: number;
}
interface Scale {
  steps: readonly number[];
  labels: readonly string[];
}
const widths = { wide: 1000, narrow: 360 };

/** The hexagon map of the districts by boards or by scans, as the progress page draws it. */
export function mapBody(
  {
    file,
    districts,
    by,
  }: { file: ProgressFile; districts: readonly District[]; by: 'boards' | 'scans' },
  { size, language, pen }: BodyOptions,
): Body {
  const words = chartWords[language];
  const { readings, steps, labels } = pickReadings(file, districts, by);
  const whole = mapSize(districts);
  const scale = widths[size] / whole.width;
  const tiles = readings.map((reading) => {
    const { x, y } = tileCentre(reading.district);
    const fill = reading.shade >= firstDarkShade ? colours.paper : colours.navy;
    const name = pickName(reading.district, language);
    const lines = tileLines(name, language);
    const middle = (lines.length - 1) / 2 + 0.5;
    const long = lines.some((line) => letterCount(line, language) > 8);
    const middled = { anchor: 'middle', fill } as const;
    const text =
      size === 'narrow'
        ? [pen.text(tileInitials(name, language), 0, 14, { ...middled, size: 38 })]
        : [
            ...lines.map((line, at) =>
              pen.text(line, 0, (at - middle) * 24 + 6, { ...middled, size: long ? 18 : 21 }),
            ),
            pen.text(reading.text, 0, (lines.length - middle) * 24 + 8, {
              ...middled,
              size: 21,
              bold: true,
            }),
          ];
    return `<g transform="translate(${short(x)} ${short(y)})"><path fill="${shadeFills[reading.shade] ?? ''}" d="${tileOutline}"/>${text.join('')}</g>`;
  });
  const zones = `<path fill="none" stroke="${colours.navy}" stroke-width="${size === 'wide' ? 3.5 : 5}" stroke-linecap="round" d="${borders(districts, ({ zone }) => zone)}"/>`;
  const most = readings
    .filter(({ value }) => value)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, 3)
    .map((reading) => `${pickName(reading.district, language)} ${reading.text}`);
  return {
    svg: `<g transform="scale(${short(scale, 4)})">${tiles.join('')}${zones}</g>`,
    height: Math.ceil(whole.height * scale),
    alt: words.mapAltAlone(most.join(', ') || words.none),
    key: shadeLabels(labels, words.none)
      .slice(0, steps.length + 2)
      .map((label, shade) => ({
        words: label,
        svg: `<rect width="36" height="14" fill="${shadeFills[shade] ?? ''}" stroke="${colours.line}"/>`,
      })),
  };
}

export function pickReadings(
  file: ProgressFile,
  districts: readonly District[],
  by: 'boards' | 'scans',
): Scale & { readings: Reading[] } {
  const rows = new Map(file.districts.map((row) => [row.district, row]));
  const values = districts.map((district) => {
    const row = rows.get(district.id);
    const { stations = 0, up = 0 } = row?.boards ?? {};
    const share = stations === 0 ? null : up / stations;
    return { district, value: by === 'boards' ? share : (row?.visitorsPerStation ?? null) };
  });
  const steps = by === 'boards' ? boardSteps : evenSteps(values.map(({ value }) => value));
  const write = (value: number) => (by === 'boards' ? formatShare(value) : perStationText(value));
  return {
    steps,
    labels: steps.map(write),
    readings: values.map(({ district, value }) => ({
      district,
      value,
      text: value === null ? '–' : write(value),
      shade: findShade(value, steps),
    })),
  };
}
