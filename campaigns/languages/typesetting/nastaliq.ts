import type { SvgPathCommand } from 'harfbuzzjs';
import type { ShapedGlyph } from './shaping.ts';

/** A font by its outlines, quadratics in font units. */
interface NastaliqFont {
  outline(glyph: number): readonly SvgPathCommand[];
}

// Distances in thousandths of the em. The font's own leave as much room inside a word, where a letter does not join the
// next, as between two words, whose ends it lets run under each other.
/** Height of the slices by which distances are measured. */
const slice = 10;
/** Beside the ink, and over and under it: nothing of the neighbour comes into this ellipse, in a word and between words. */
const inWord: Room = { aside: 50, over: 36 };
const betweenWords: Room = { aside: 430, over: 560 };
interface Room {
  aside: number;
  over: number;
}
/** How far a letter goes at most over or under the one before it. */
const mostOver = 330;
/** Between words, whatever their heights; only a stroke such as that of a kaf goes over the word before. */
const leastAside = 250;
const mostOverWord = 190;

/** The ink's edges in a slice, by its number. */
type Profile = Map<number, { left: number; right: number }>;
/** Slices of a line, and how many of them are under its baseline. */
const slices = 480;
const under = 200;

/** Letters that join, with their dots, as written on the line; a space has no ink. */
interface Group {
  /** Edges by slice, infinite where it has no ink. */
  lefts: Float64Array;
  rights: Float64Array;
  left: number;
  right: number;
  last: number;
  isSpace: boolean;
  /** Whether it begins with a kaf, a gaf or an alef with madda. */
  hasStroke: boolean;
}

/** Letters that do not join the next one, and signs. */
const ends =
  /[\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5]|[^\p{L}\p{M}]/u;

/**
 * Sets a run of Nastaliq so that its words are seen: letters of a word close by their ink, words apart by theirs, however far a
 * stroke of the one descends under the other.
 * @param glyphs from left to right
 */
export function spaceNastaliq(
  font: NastaliqFont,
  text: string,
  glyphs: readonly ShapedGlyph[],
): ShapedGlyph[] {
  const spaced = [...glyphs];
  const widen = (at: number, by: number) => {
    const glyph = spaced[at] as ShapedGlyph;
    if (Number.isFinite(by)) spaced[at] = { ...glyph, advance: Math.round(glyph.advance + by) };
  };
  const groups = listGroups(font, text, glyphs);
  const end = glyphs.reduce((sum, { advance }) => sum + advance, 0);
  for (const [at, group] of groups.entries()) {
    const before = groups[at - 1];
    const beyond = groups[at + 1];
    if (!group.isSpace) {
      if (before?.isSpace === false) widen(before.last, pull(before, group));
    } else if (before === undefined)
      // What is beyond the run's edge is of another script, and ends with its pen.
      widen(group.last, Math.max(0, betweenWords.aside - (beyond?.left ?? Infinity)));
    else if (beyond === undefined)
      widen(group.last, Math.max(0, betweenWords.aside - (end - before.right)));
    else widen(group.last, push(before, beyond));
  }
  return spaced;
}

/** How a letter moves, the font's room between it and the one before it being too wide. */
function pull(before: Group, group: Group): number {
  const over = before.right - group.left - mostOver;
  return Math.min(0, Math.max(shiftFor(before, group, inWord), over));
}

/** How a word moves, the font's room between it and the one before it being too narrow or too wide. */
function push(before: Group, group: Group): number {
  const least = before.hasStroke ? -mostOverWord : leastAside;
  return Math.max(shiftFor(before, group, betweenWords), before.right - group.left + least);
}

/** The shift by which nothing of the one comes nearer than this to the other. */
function shiftFor(before: Group, group: Group, { aside, over }: Room): number {
  let shift = -Infinity;
  const reach = Math.floor(over / slice);
  for (let off = -reach; off <= reach; off += 1) {
    const apart = aside * Math.sqrt(1 - ((off * slice) / over) ** 2);
    for (let at = Math.max(0, -off); at < slices - Math.max(0, off); at += 1) {
      const white = (group.lefts[at + off] as number) - (before.rights[at] as number);
      if (apart - white > shift) shift = apart - white;
    }
  }
  return shift;
}

function listGroups(font: NastaliqFont, text: string, glyphs: readonly ShapedGlyph[]): Group[] {
  const numbers = numberGroups(text);
  const groups: Group[] = [];
  let pen = 0;
  let open: number | undefined;
  for (const [at, { glyph, cluster, advance, x, y }] of glyphs.entries()) {
    if (numbers[cluster] !== open) {
      open = numbers[cluster];
      const lefts = new Float64Array(slices).fill(Infinity);
      const ink = { lefts, rights: lefts.map((edge) => -edge), left: Infinity, right: -Infinity };
      groups.push({ ...ink, last: at, isSpace: text.charAt(cluster) === ' ', hasStroke: false });
    }
    const group = groups.at(-1) as Group;
    group.last = at;
    // The last of its glyphs is the first to be read.
    group.hasStroke = /[کگآ]/.test(text.charAt(cluster));
    const up = under + Math.round(y / slice);
    for (const [level, { left, right }] of profileOf(font, glyph))
      add(group, Math.min(slices - 1, Math.max(0, level + up)), left + pen + x, right + pen + x);
    pen += advance;
  }
  return groups;
}

/** For each character the number of its group. */
function numberGroups(text: string): number[] {
  let group = 0;
  let isEnd = false;
  return Array.from({ length: text.length }, (_, at) => {
    const character = text.charAt(at);
    const isMark = /\p{M}/u.test(character);
    if (isEnd && !isMark) group += 1;
    else if (!isMark && at > 0 && /[^\p{L}]/u.test(character)) group += 1;
    isEnd = isMark ? isEnd : ends.test(character);
    return group;
  });
}

function add(group: Group, at: number, left: number, right: number): void {
  group.lefts[at] = Math.min(group.lefts[at] as number, left);
  group.rights[at] = Math.max(group.rights[at] as number, right);
  group.left = Math.min(group.left, left);
  group.right = Math.max(group.right, right);
}

const kept = new WeakMap<NastaliqFont, Map<number, Profile>>();

function profileOf(font: NastaliqFont, glyph: number): Profile {
  const known = kept.get(font) ?? new Map<number, Profile>();
  kept.set(font, known);
  const profile = known.get(glyph) ?? traceProfile(font.outline(glyph));
  known.set(glyph, profile);
  return profile;
}

/** Steps in which a line or curve is followed: no curve of the font is so long that a slice is missed. */
const steps = 128;

function traceProfile(commands: readonly SvgPathCommand[]): Profile {
  const profile: Profile = new Map();
  let x0 = 0;
  let y0 = 0;
  for (const { type, values } of commands) {
    if (type === 'Z') continue;
    const [x = 0, y = 0] = values.slice(-2);
    const [cx = 0, cy = 0] = type === 'Q' ? values : [(x0 + x) / 2, (y0 + y) / 2];
    for (let step = type === 'M' ? steps : 0; step <= steps; step += 1) {
      const t = step / steps;
      const at = (from: number, by: number, to: number) =>
        (1 - t) ** 2 * from + 2 * t * (1 - t) * by + t ** 2 * to;
      const level = Math.floor(at(y0, cy, y) / slice);
      const edge = at(x0, cx, x);
      const { left = Infinity, right = -Infinity } = profile.get(level) ?? {};
      profile.set(level, { left: Math.min(left, edge), right: Math.max(right, edge) });
    }
    [x0, y0] = [x, y];
  }
  return profile;
}
