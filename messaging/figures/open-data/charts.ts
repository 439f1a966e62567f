import sharp from 'sharp';
import type { Directory, District } from '../../../campaigns/directory/station.ts';
import { minuteMs } from '../../../campaigns/durations.ts';
import {
  districtPicture,
  type PublicChart,
  publicCharts,
} from '../../../campaigns/figures/charts/public-charts.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { BuiltProgress } from '../progress/live-progress.ts';
import { type ChartSource, type DrawnChart, drawChart } from './drawing/chart.ts';
import { drawDistrictCard } from './drawing/district-card.ts';
import { chartSizes } from './drawing/pen.ts';

export interface Charts {
  /** A chart for phones and for wider screens. */
  drawn(chart: PublicChart, language: 'hi' | 'en', now: ChartFigures): DrawnChart[];
  picture(name: string, now: ChartFigures): Promise<{ bytes: Buffer; key: string }>;
}
export interface ChartFigures {
  built: BuiltProgress;
  /** Of the campaign. */
  name: Record<'hi' | 'en', string>;
  /** The foot of a chart in each language. */
  foot: Record<'hi' | 'en', readonly string[]>;
  /** The same as long as nothing changed. */
  key: string;
}

/** Scans move the figures every few seconds; a picture stays for a minute, so that readers cannot keep processors busy. */
const keptMs = minuteMs;
/** Dots an inch of a drawing whose units are 1/72 of it: 1,620 px wide. */
const density = 108;
const inks = 64;

interface Kept<Value> {
  key: string;
  at: number;
  value: Value;
}

export function openCharts(directory: Pick<Directory, 'districts'>): Charts {
  const pictures = new Map<string, Kept<Promise<Buffer>>>();
  const drawings = new Map<string, Kept<DrawnChart[]>>();

  function gather(language: 'hi' | 'en', { built, name, foot }: ChartFigures): ChartSource {
    const { districts } = directory;
    return { file: built.file, districts, name: name[language], foot: foot[language] };
  }

  function draw(chart: PublicChart, language: 'hi' | 'en', now: ChartFigures) {
    const source = gather(language, now);
    return chartSizes.map((size) => drawChart(chart, source, { language, size }));
  }

  return {
    drawn(chart, language, now) {
      const name = `${chart}-${language}`;
      return kept(drawings, name, now.key, () => draw(chart, language, now)).value;
    },
    async picture(name, now) {
      const [, id] = districtPicture.exec(name) ?? [];
      const district = directory.districts.find((each) => each.id === id);
      if (id !== undefined && district === undefined) throw new Refusal('not-found');
      const found = kept(pictures, name, now.key, () => paint(name, now, district));
      try {
        return { bytes: await found.value, key: found.key };
      } catch (error) {
        pictures.delete(name);
        throw error;
      }
    },
  };

  function paint(name: string, now: ChartFigures, district?: District): Promise<Buffer> {
    const language = name.endsWith('-en.png') ? 'en' : 'hi';
    if (district !== undefined)
      return toPicture(drawDistrictCard(district, gather(language, now), language));
    const chart = publicCharts.find((each) => name === `${each}-${language}.png`);
    const [wide] = chart === undefined ? [] : draw(chart, language, now);
    if (wide === undefined) throw new Error(`Expected a chart for \`name\`, got "${name}"`);
    return toPicture(wide.svg, density);
  }
}

function toPicture(svg: string, dotsAnInch = 72): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: dotsAnInch })
    .png({ palette: true, colours: inks, dither: 0 })
    .toBuffer();
}

function kept<Value>(
  all: Map<string, Kept<Value>>,
  name: string,
  key: string,
  make: () => Value,
): Kept<Value> {
  const found = all.get(name);
  if (found !== undefined && (found.key === key || performance.now() - found.at < keptMs))
    return found;
  const made = { key, at: performance.now(), value: make() };
  all.set(name, made);
  return made;
}
