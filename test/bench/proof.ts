import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { toActor } from '../../campaigns/offices/office.ts';
import { board } from '../../generator/artwork/board.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { loadPictures } from '../../generator/layout/pictures-fs.ts';
import { writeSvg } from '../../generator/preview/svg.ts';
import { coatedIntent } from '../../generator/print/output-intent-fs.ts';
import { layOutShared } from '../../generator/run/shared-layout.ts';
import { createStamper } from '../../generator/run/stamp.ts';
import { createLog } from '../../messaging/platform/process/log.ts';
import { openProofs } from '../../messaging/print/proofs/module.ts';
import { makeHouse } from '../messaging/fixtures/house.ts';
import { createModuleServer } from '../messaging/fixtures/module-server.ts';
import { median, report } from './report.ts';
import { timedProcess } from './timed-process.ts';

// Ten officers type names at once, five key strokes a second each, every stroke a request; then ten type a headline.
const people = 10;
const seconds = Number(process.argv[2] ?? 12);
const strokeMs = 200;
const widthPx = 900;

const dataDir = mkdtempSync(join(tmpdir(), 'bench-proof-'));
const directory = loadDirectory();
const campaign = loadCampaign('up-cop');
const officers = Object.fromEntries(
  Array.from({ length: people }, (_, index) => {
    const id = `officer-${index}`;
    return [id, toActor({ id, name: id, role: 'hq', area: null })];
  }),
);
const module = openProofs(
  makeHouse({ config: { dataDir, campaign: 'up-cop' }, log: createLog('silent') }),
);
const app = await createModuleServer({
  modules: [module],
  officers,
  districts: directory.districts,
});

async function ask(who: string, kind: 'station' | 'campaign', payload: object) {
  const headers = { 'x-who': who };
  const answer = await app.inject({ method: 'POST', url: `/api/proofs/${kind}`, headers, payload });
  if (answer.statusCode !== 200) throw new Error(`Expected a proof, got ${answer.body}`);
  return answer.json<{ kind: 'proof' | 'superseded' }>().kind;
}

function station(index: number, letters: number, artworks: readonly string[]) {
  const { district, id, kind, nameEn, nameHi } = directory.stations[index * 97] ?? {
    district: 'agra',
    id: null,
    kind: 'territorial',
    nameEn: 'X',
    nameHi: 'क',
  };
  const written = nameHi.slice(0, 1 + (letters % nameHi.length));
  return {
    client: 'bench',
    district,
    station: id,
    kind,
    nameEn,
    nameHi: written,
    artworks,
    widthPx,
  };
}

/** The board of a draft whose headline is being written, each officer's another one. */
function drafted(index: number, letters: number) {
  const written = `घर बैठे पुलिस सेवा ${'कखगघचछजझटठ'[index]}${'कखगघचछजझटठ'[letters % 10]}`;
  return {
    client: 'bench',
    draft: { copy: { ...campaign.copy, headline: { ...campaign.copy.headline, hi: written } } },
    examples: ['shortest'],
    artworks: ['board'],
    widthPx,
  };
}

/** From a stroke to the answer that shows it or a later one, in ms, sorted; and the share of requests that were dropped. */
async function type(
  kind: 'station' | 'campaign',
  payload: (index: number, stroke: number) => object,
) {
  const shownMs: number[] = [];
  let dropped = 0;
  let asked = 0;
  await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      await wait((index * strokeMs) / people);
      const waiting: { number: number; atMs: number }[] = [];
      const answers: Promise<void>[] = [];
      const strokes = (seconds * 1000) / strokeMs;
      const from = performance.now();
      for (let stroke = 0; stroke < strokes; stroke += 1) {
        const number = stroke;
        waiting.push({ number, atMs: performance.now() });
        asked += 1;
        answers.push(
          ask(`officer-${index}`, kind, payload(index, stroke)).then((answer) => {
            if (answer === 'superseded') {
              dropped += 1;
              return;
            }
            const now = performance.now();
            while ((waiting[0]?.number ?? Number.POSITIVE_INFINITY) <= number)
              shownMs.push(now - (waiting.shift()?.atMs ?? now));
          }),
        );
        await wait(Math.max(0, from + (stroke + 1) * strokeMs - performance.now()));
      }
      await Promise.all(answers);
    }),
  );
  return { shownMs: shownMs.sort((a, b) => a - b), dropped: dropped / asked };
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const firstAt = performance.now();
await ask('officer-0', 'station', station(0, 3, ['board']));
const firstMs = performance.now() - firstAt;
const boards = await type('station', (index, stroke) => station(index, stroke, ['board']));
const both = await type('station', (index, stroke) =>
  station(index, stroke, ['board', 'pamphlet']),
);
const studio = await type('campaign', drafted);

const alone: number[] = [];
for (let round = 0; round < 15; round += 1) {
  const startedAt = performance.now();
  await ask('officer-0', 'station', station(1, round, ['board']));
  alone.push(performance.now() - startedAt);
}
const headlines: number[] = [];
for (let round = 0; round < 9; round += 1) {
  const headline = { ...campaign.copy.headline, hi: `घर बैठे पुलिस सेवा ${'कखगघचछजझटठ'[round]}` };
  const startedAt = performance.now();
  await ask('officer-1', 'campaign', {
    client: 'bench',
    draft: { copy: { ...campaign.copy, headline } },
    artworks: ['board', 'pamphlet'],
    widthPx,
  });
  headlines.push(performance.now() - startedAt);
}
await app.close();
await module.close?.();

const peer = await peerMs();
const command = timedProcess(
  [
    'generator/main.ts',
    '--station',
    'lucknow/hazratganj',
    '--artwork',
    'board',
    '--format',
    'preview',
    '--out',
    join(dataDir, 'print'),
  ],
  { DATA_DIR: dataDir },
);
rmSync(dataDir, { recursive: true });

const ratio = median(alone) / peer;
const percent = (share: number) => `${Math.round(share * 100)} %`;
report('proof', [
  { what: 'first proof, the process started for it', value: firstMs, unit: 'ms' },
  {
    what: 'ten people, 5 strokes a second each: a stroke until it is shown on the board, p95',
    value: at(boards.shownMs, 0.95),
    unit: 'ms',
    most: 300,
  },
  {
    what: 'median; requests dropped for a newer one',
    value: `${Math.round(at(boards.shownMs, 0.5))} ms; ${percent(boards.dropped)}`,
  },
  {
    what: 'the same on board and both sides of the pamphlet, p95',
    value: at(both.shownMs, 0.95),
    unit: 'ms',
  },
  {
    what: 'median; requests dropped for a newer one',
    value: `${Math.round(at(both.shownMs, 0.5))} ms; ${percent(both.dropped)}`,
  },
  {
    what: 'board of one who types alone, picture and preflight',
    value: median(alone),
    digits: 1,
    unit: 'ms',
  },
  {
    what: "the same picture by sharp from the board's SVG, no preflight",
    value: peer,
    digits: 1,
    unit: 'ms',
  },
  { what: 'proof over sharp', value: ratio, digits: 2, most: 0.5 },
  {
    what: 'the same picture by `npm run generate -- --station`',
    value: command.seconds * 1000,
    unit: 'ms',
  },
  {
    what: 'ten people at once, 5 strokes a second each, type a headline: until the board shows it, p95',
    value: at(studio.shownMs, 0.95),
    unit: 'ms',
    most: 300,
  },
  {
    what: 'median; requests dropped for a newer one',
    value: `${Math.round(at(studio.shownMs, 0.5))} ms; ${percent(studio.dropped)}`,
  },
  {
    what: "a draft's headline on board and pamphlet, three names",
    value: median(headlines),
    unit: 'ms',
    most: 1000,
  },
]);

async function peerMs(): Promise<number> {
  const fonts = loadFonts();
  const sources = { fonts, pictures: loadPictures(), intent: coatedIntent() };
  const [layout] = await layOutShared([board], campaign, sources);
  const [side] = layout?.sides ?? [];
  if (layout === undefined || side === undefined)
    throw new Error('Expected the layout of the board');
  const stamper = createStamper(board, layout, { campaign, fonts });
  const { width, height } = board.format.trimMm;
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const startedAt = performance.now();
    const [stamped = []] = stamper.shapes({
      district: 'lucknow',
      station: 'hazratganj',
      name: `थाना हजरतगंज${'कखगघचछजझटठ'[round]}`,
      districtName: 'जनपद लखनऊ',
      code: '17SN0N',
      url: 'https://UPPOLICE.GOV.IN/Q17SN0N',
    });
    const heightPx = Math.round((widthPx * height) / width);
    const svg = writeSvg([...side.shapes, ...stamped], {
      x: 0,
      y: 0,
      width,
      height,
      widthPx,
      heightPx,
    });
    await sharp(Buffer.from(svg)).png().toBuffer();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
