import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LikenessKind, LikenessScores } from '../../campaigns/activities/board-likeness.ts';
import { loadBaseDirectory } from '../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../campaigns/directory/station.ts';
import { stripName } from '../../campaigns/directory/strip-name.ts';
import { seededRandom } from '../../campaigns/tracker/random.ts';
import { openPixels } from '../../messaging/field/activities/photo-pixels.ts';
import { compareWithArtworks } from '../../messaging/field/board-pictures/compare-pictures.ts';
import { readCodes } from '../../messaging/field/board-pictures/read-codes.ts';
import { type DrawnBoard, drawBoards } from '../messaging/field/board-pictures/drawn-boards.ts';
import {
  type HonestKind,
  honestKinds,
  isWhole,
  type StagedKind,
  stagedKinds,
  takeHonest,
  takeStaged,
} from '../messaging/field/board-pictures/sets.ts';
import { median, report } from './report.ts';

// Photographs of boards are made up by a seed and judged as those of officers are. `BENCH_PHOTOS=folder` writes each of them
// down with its scores, to be looked at.

const seed = Number(process.env['BENCH_SEED'] ?? 44);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 12);
const folder = process.env['BENCH_PHOTOS'];
const pickedStations = 12;
const twinPairs = 6;

interface Judged {
  kind: string;
  /** `none` where no code was read. */
  found: LikenessKind | 'none';
  ms: number;
}

const stations = boardStations(loadBaseDirectory());
const random = seededRandom(seed);
const any = Array.from(
  { length: pickedStations },
  () => stations[Math.floor(random() * stations.length)] as (typeof stations)[number],
);
/** Same names in other districts, and names that one letter tells apart. */
const names = Map.groupBy(stations, stripName);
const same = [...names.values()].filter((group) => group.length > 1).map((group) => group[0]);
const marked = stations.filter((each) => names.has(`${stripName(each)}ं`));
const twins = [
  ...spread(
    same.filter((each) => each !== undefined),
    twinPairs,
  ),
  ...spread(marked, twinPairs),
];

function spread<Each>(each: readonly Each[], count: number): Each[] {
  const step = Math.max(1, Math.floor(each.length / count));
  return each.filter((_, at) => at % step === 0).slice(0, count);
}

async function judge(jpeg: Buffer, { artwork }: DrawnBoard, name: string): Promise<Judged> {
  const before = process.cpuUsage();
  const pixels = await openPixels(jpeg);
  const likeness = await compareWithArtworks(pixels, await readCodes(pixels), [artwork]);
  const { user, system } = process.cpuUsage(before);
  const found = likeness?.kind ?? 'none';
  note(jpeg, name, found, likeness?.scores ?? null);
  return { kind: name.replace(/-\d+$/, ''), found, ms: (user + system) / 1000 };
}

function note(jpeg: Buffer, name: string, found: string, scores: LikenessScores | null): void {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const text = Object.entries(scores ?? {}).map(([key, value]) =>
    typeof value === 'number' ? `${key} ${value.toFixed(3)}` : `${key} ${value}`,
  );
  writeFileSync(join(folder, `${name.replaceAll(/[^a-z0-9]+/g, '-')}.jpg`), jpeg);
  writeFileSync(join(folder, 'scores.txt'), `${name}: ${found} ${text.join(' ')}\n`, { flag: 'a' });
}

const usual = await drawBoards(stations, any);
const honest: Judged[] = [];
const staged: Judged[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const [at, kind] of (Object.keys(honestKinds) as HonestKind[]).entries()) {
    const board = usual[(round * 5 + at) % usual.length] as DrawnBoard;
    const jpeg = await takeHonest(board.boards.own, kind, seed * 1000 + round * 50 + at);
    honest.push(await judge(jpeg, board, `${kind}-${round}`));
  }
  for (const [at, kind] of (Object.keys(stagedKinds) as StagedKind[]).entries()) {
    const board = usual[(round * 7 + at) % usual.length] as DrawnBoard;
    const jpeg = await takeStaged(board.boards, kind, seed * 1000 + round * 50 + at + 25);
    staged.push(await judge(jpeg, board, `${kind}-${round}`));
  }
}

/** The own board, and that of the nearest name with the own code on it, each photographed three times. */
const own: Judged[] = [];
const others: Judged[] = [];
for (const [at, board] of (await drawBoards(stations, twins)).entries()) {
  for (const [take, kind] of (['angle', 'twice'] as const).entries()) {
    const jpeg = await takeHonest(board.boards.own, kind, seed * 1000 + 5000 + at * 10 + take);
    own.push(await judge(jpeg, board, `own of twins-${at}${take}`));
    const fake = await takeStaged(
      board.boards,
      take === 1 ? 'twin’s board, own phone' : 'twin’s board, own code',
      seed * 1000 + 6000 + at * 10 + take,
    );
    others.push(await judge(fake, board, `other of twins-${at}${take}`));
  }
}

const share = (part: number, whole: number) => (100 * part) / whole;
const count = (judged: readonly Judged[], ...kinds: Judged['found'][]) =>
  judged.filter(({ found }) => kinds.includes(found)).length;
const whole = honest.filter(({ kind }) => isWhole(kind as HonestKind));
const contradicting = ['unlike', 'mirrored', 'other-name'] as const;
const all = [...honest, ...staged, ...own, ...others];
const slowest = all.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(0.95 * all.length)] ?? 0;

const byKind = (judged: readonly Judged[]) =>
  [...Map.groupBy(judged, ({ kind }) => kind)].map(([kind, each]) => ({
    what: `  ${kind}`,
    value: [...Map.groupBy(each, ({ found }) => found)]
      .map(([found, these]) => `${found} ${these.length}`)
      .join(', '),
  }));

report('board-photos', [
  {
    what: `honest, whole board in frame, ${whole.length}: pass alone`,
    value: share(count(whole, 'own'), whole.length),
    digits: 1,
    unit: '%',
    least: 88,
  },
  {
    what: `honest, ${honest.length}: called another board`,
    value: count(honest, ...contradicting),
    most: 0,
  },
  {
    what: '  asked again or for a person',
    value: count(honest, 'name-unclear', 'little-seen', 'unclear'),
  },
  { what: '  no code read', value: count(honest, 'none') },
  ...byKind(honest),
  { what: `staged, ${staged.length}: pass`, value: count(staged, 'own'), most: 0 },
  { what: '  called another board', value: count(staged, ...contradicting) },
  { what: '  no code read', value: count(staged, 'none') },
  ...byKind(staged),
  {
    what: `twins’ own boards, ${own.length}: pass`,
    value: share(count(own, 'own'), own.length),
    digits: 1,
    unit: '%',
    least: 88,
  },
  { what: '  called another board', value: count(own, ...contradicting), most: 0 },
  {
    what: `twins’ boards with the own code, ${others.length}: pass`,
    value: count(others, 'own'),
    most: 0,
  },
  {
    what: 'processor time a picture, reading and comparing: median',
    value: median(all.filter(({ found }) => found !== 'none').map(({ ms }) => ms)),
    unit: 'ms',
    most: 1000,
  },
  { what: '  of 95 in 100, those without a code included', value: slowest, unit: 'ms' },
]);
