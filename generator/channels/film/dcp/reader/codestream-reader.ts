import { Unreadable } from './findings.ts';

/** Parameters of a picture's codestream that the rules check (ISO/IEC 15444-1, Annex A). */
export interface Codestream {
  profile: number;
  width: number;
  height: number;
  tile: string;
  /** Bits and steps of each component, `12 1×1`. */
  components: readonly string[];
  progression: number;
  layers: number;
  levels: number;
  codeBlock: string;
  transformation: number;
  precincts: readonly string[];
  guardBits: number;
  /** Bytes of each tile-part: of a 2K picture one a component. */
  tileParts: readonly number[];
  hasTileLengths: boolean;
  progressionChanges: number;
  /** Bytes up to the end marker, which must be the last. */
  bytes: number;
  /** As the descriptor repeats them. */
  cod: string;
  qcd: string;
}

const rule = 'picture.codestream';

/** @throws Unreadable where the bytes are no codestream */
export function readCodestream(bytes: Buffer): Codestream {
  const u16 = (at: number) => (at + 2 <= bytes.length ? bytes.readUInt16BE(at) : 0);
  if (u16(0) !== 0xff4f) {
    throw new Unreadable(rule, 'SOC (ff4f) first', bytes.toString('hex', 0, 2));
  }
  const segments = new Map<number, Buffer>();
  const tileParts: number[] = [];
  let changes = 0;
  let at = 2;
  while (u16(at) !== 0xffd9) {
    const marker = u16(at);
    if (at + 12 > bytes.length || marker < 0xff00) {
      throw new Unreadable(rule, 'EOC (ffd9) at the end', `${marker.toString(16)} at byte ${at}`);
    }
    if (marker === 0xff90) {
      const length = bytes.readUInt32BE(at + 6);
      if (length < 14) throw new Unreadable(rule, 'the length of a tile-part', String(length));
      tileParts.push(length);
      at += length;
      continue;
    }
    if (marker === 0xff5f) changes += 1;
    segments.set(marker, bytes.subarray(at + 4, at + 2 + u16(at + 2)));
    at += 2 + u16(at + 2);
  }
  const [siz, cod, qcd] = [0xff51, 0xff52, 0xff5c].map((marker) => segments.get(marker));
  if (siz === undefined || cod === undefined || qcd === undefined) {
    throw new Unreadable(rule, 'SIZ, COD and QCD in the main header', 'one of them missing');
  }
  const size = (from: number) => siz.readUInt32BE(from);
  return {
    profile: siz.readUInt16BE(0),
    width: size(2) - size(10),
    height: size(6) - size(14),
    tile: `${size(18)}×${size(22)}`,
    components: Array.from({ length: siz.readUInt16BE(34) }, (_, index) => {
      const [depth = 0, x, y] = siz.subarray(36 + index * 3, 39 + index * 3);
      return `${depth + 1} ${x}×${y}`;
    }),
    progression: cod[1] ?? -1,
    layers: cod.readUInt16BE(2),
    levels: cod[5] ?? -1,
    codeBlock: `${2 ** ((cod[6] ?? 0) + 2)}×${2 ** ((cod[7] ?? 0) + 2)}`,
    transformation: cod[9] ?? -1,
    precincts: [...cod.subarray(10)].map((both) => `${2 ** (both & 15)}×${2 ** (both >> 4)}`),
    guardBits: (qcd[0] ?? 0) >> 5,
    tileParts,
    hasTileLengths: segments.has(0xff55),
    progressionChanges: changes,
    bytes: at + 2,
    cod: cod.toString('hex'),
    qcd: qcd.toString('hex'),
  };
}
