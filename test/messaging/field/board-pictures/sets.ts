import { type Random, seededRandom } from '../../../../campaigns/tracker/random.ts';
import { type Raster, type Shot, takePhoto } from './camera.ts';
import {
  type Box,
  cutOut,
  emptied,
  inGrey,
  mirrored,
  nameless,
  onNoise,
  onPlain,
  otherLayout,
  pasteOver,
  shuffled,
} from './staged.ts';

type Draw = (random: Random) => Omit<Shot, 'seed'>;

const between = (random: Random, least: number, most: number) => least + random() * (most - least);
const either = (random: Random, least: number, most: number) =>
  between(random, least, most) * (random() < 0.5 ? -1 : 1);

/** A hand-held picture of the whole board, a little askew. */
const usual = (random: Random): Omit<Shot, 'seed'> => ({
  share: between(random, 0.5, 0.78),
  at: { x: between(random, 0.46, 0.54), y: between(random, 0.44, 0.56) },
  yaw: either(random, 0, 14),
  pitch: either(random, 0, 9),
  roll: either(random, 0, 4),
  noise: between(random, 2, 5),
});

/** So near that the code is in the middle and the board's far side is not in the picture. */
const aroundCode = (random: Random, share: number) => ({
  ...usual(random),
  share,
  at: { x: 0.5 - 0.31 * share + either(random, 0, 0.04), y: 0.5 + either(random, 0, 0.05) },
});

/** What weather, place and hand do to an honest picture. Each shows the whole board but the last three. */
export const honestKinds = {
  plain: usual,
  angle: (random) => ({
    ...usual(random),
    share: between(random, 0.5, 0.66),
    yaw: either(random, 22, 42),
    pitch: either(random, 4, 16),
  }),
  evening: (random) => ({ ...usual(random), evening: true, noise: between(random, 5, 9) }),
  blur: (random) => ({ ...usual(random), blur: between(random, 1.2, 2.2) }),
  shake: (random) => ({ ...usual(random), shake: between(random, 3, 6) }),
  shadow: (random) => ({ ...usual(random), shadow: between(random, 0.3, 0.6) }),
  fading: (random) => ({ ...usual(random), fading: between(random, 0.2, 0.55) }),
  pole: (random) => ({ ...usual(random), pole: between(random, 0.03, 0.08) }),
  sag: (random) => ({ ...usual(random), sag: between(random, 0.003, 0.012) }),
  lens: (random) => ({
    ...usual(random),
    share: between(random, 0.55, 0.75),
    view: between(random, 80, 95),
    barrel: between(random, 0.05, 0.14),
  }),
  leaves: (random) => ({ ...usual(random), leaves: Math.floor(between(random, 40, 140)) }),
  twice: (random) => ({ ...usual(random), twice: true }),
  mixed: (random) => ({
    ...usual(random),
    yaw: either(random, 10, 25),
    shadow: between(random, 0.4, 0.7),
    fading: between(random, 0.1, 0.3),
    sag: between(random, 0.002, 0.006),
    blur: between(random, 0.6, 1.2),
    twice: true,
  }),
  upright: (random) => ({
    ...usual(random),
    widthPx: 960,
    heightPx: 1280,
    share: between(random, 0.6, 0.85),
    at: { x: 0.5, y: between(random, 0.4, 0.6) },
  }),
  far: (random) => ({ ...usual(random), share: between(random, 0.16, 0.28) }),
  part: (random) => aroundCode(random, between(random, 0.85, 1.4)),
  near: (random) => aroundCode(random, between(random, 1.5, 2.1)),
} as const satisfies Record<string, Draw>;
export type HonestKind = keyof typeof honestKinds;
const partly: readonly HonestKind[] = ['part', 'near'];
export const isWhole = (kind: HonestKind) => !partly.includes(kind);

/** Pictures of a board, and what others could stage with it. */
export interface Boards {
  own: Raster;
  /** Of another station, with the nearest name. */
  twin: Raster;
  /** Of some other station. */
  other: Raster;
  /** Another artwork of the campaign. */
  poster: Raster;
  code: Box;
  /** Of the phone that is drawn around the code. */
  phone: Box;
  name: Box;
}

type Stage = (boards: Boards, random: Random) => Raster | Promise<Raster>;

/** Boards that hang nowhere: each bears the own station's code. */
export const stagedKinds = {
  'code on noise': ({ own, code }, random) => onNoise(own, code, random),
  'code on one colour': ({ own, code }, random) =>
    onPlain(own, code, random() < 0.5 ? [250, 190, 30] : [200, 196, 188]),
  mirrored: ({ own }) => mirrored(own),
  'other board, own code': ({ other, own, code }) => pasteOver(other, own, code),
  'other board, own phone': ({ other, own, phone }) => pasteOver(other, own, phone),
  'twin’s board, own code': ({ twin, own, code }) => pasteOver(twin, own, code),
  'twin’s board, own phone': ({ twin, own, phone }) => pasteOver(twin, own, phone),
  'phone on a sheet': ({ own, phone }) => cutOut(own, phone),
  'other layout': ({ own, poster, code }) => otherLayout(own, poster, code),
  'no words': ({ own, phone }) => emptied(own, phone),
  'words in disorder': ({ own, phone }, random) => shuffled(own, phone, random),
  'printed in grey': ({ own }) => inGrey(own),
  'no name': ({ own, name }) => nameless(own, name),
} as const satisfies Record<string, Stage>;
export type StagedKind = keyof typeof stagedKinds;

export async function takeHonest(own: Raster, kind: HonestKind, seed: number): Promise<Buffer> {
  return takePhoto(own, { ...honestKinds[kind](seededRandom(seed)), seed });
}

/** A staged board, photographed no better than honest ones. */
export async function takeStaged(boards: Boards, kind: StagedKind, seed: number): Promise<Buffer> {
  const random = seededRandom(seed);
  const made = await stagedKinds[kind](boards, random);
  const worse =
    (['plain', 'angle', 'shadow', 'blur', 'fading', 'twice'] as const)[Math.floor(random() * 6)] ??
    'plain';
  const shot = honestKinds[worse](random);
  const share = made.width < boards.own.width ? shot.share * 0.55 : shot.share;
  return takePhoto(made, { ...shot, share, seed });
}
