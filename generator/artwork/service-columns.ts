import type { Campaign, Service, ServiceGroup } from '../../campaigns/campaign.ts';
import type { Node, Weight } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { iconTile } from './service-list.ts';
import { inkUnits, lineAt, strokeUnits } from './typeset.ts';

/** From a baseline of what is read to the next; from a heading's to the first, and before a heading besides, in pitches. */
export interface ServiceRows {
  pitchMm: number;
  firstRows: number;
  gapRows: number;
  headingMm: number;
  /** Of what is read: Nastaliq is thin at a weight at which Devanagari is strong. */
  weight: Weight;
}

type ServicesAt = ServiceRows & {
  left: number;
  width: number;
  top: number;
  bottom: number;
  /** Where the last column ends, and where what is under it begins. */
  lastBottom: number;
  lastLeft: number;
  bodyMm: number;
};

const tileMm = 5.2;
const indentMm = tileMm + 1.5;
/** Least room between two columns. */
const columnGapMm = 4.2;
/** Least room between the inks of two lines. */
const leastGapMm = 0.82;

type Placed = ReturnType<typeof placeColumns>;

/**
 * Places of the groups: in three columns where they fit, else in two that are as wide as each other where they may. The
 * last begins over what is under it where the others leave it the room.
 */
export function placeColumns(kit: Kit, at: ServicesAt) {
  const { left, width, top, bottom, lastLeft, lastBottom, pitchMm } = at;
  const columns = chooseColumns(kit, at);
  const above = Math.max(...columns.map(([first]) => reachOver(kit, first, at)));
  // Where few services would leave half of the side empty, they are farther apart and are larger.
  const pitch = Math.min(
    1.8 * pitchMm,
    ...columns.map((groups, index) => {
      const end = index === columns.length - 1 ? lastBottom : bottom;
      return (end - top - above) / countRows(groups, at);
    }),
  );
  const widest = columns.map((groups) => columnMm(kit, groups, at));
  const reach = Math.max(...columns.flat().map((group) => tightest(kit, group, at)));
  const room = roomOf(columns, width);
  const larger = Math.min(
    Math.min(1.2, Math.max(1, pitch / pitchMm / 1.2)),
    room / sum(widest),
    (pitch - leastGapMm) / reach,
  );
  const widths = widest.map((own) => own * larger);
  const even = width / columns.length;
  const isEven = widths.every((own, index) => own < (index === 0 ? even - columnGapMm : even));
  const before = sum(widths.slice(0, -1));
  const usual = left + width - (widths.at(-1) ?? 0);
  const gaps = Math.max(1, columns.length - 1);
  const last = before + gaps * columnGapMm < lastLeft - left ? Math.min(lastLeft, usual) : usual;
  const gap = (last - left - before) / gaps;
  const lefts = columns.map(
    (_, index) => left + (isEven ? even * index : sum(widths.slice(0, index)) + gap * index),
  );
  const sizes = { bodyMm: at.bodyMm * larger, headingMm: at.headingMm * larger };
  return { ...at, ...sizes, columns, lefts, pitch, larger, first: top + above };
}

/** Groups beside their picture, in the columns that were found for them. */
export function serviceColumns(kit: Kit, placed: Placed): Node[] {
  return placed.columns.flatMap((groups, index) =>
    columnNodes(kit, groups, { ...placed, x: placed.lefts[index] ?? placed.left }),
  );
}

function chooseColumns(kit: Kit, at: ServicesAt): ServiceGroup[][] {
  const groups = wantedFirst(kit.campaign.serviceGroups);
  const three = splitColumns(groups, { ...at, columns: 3 });
  const used = sum(three.map((own) => columnMm(kit, own, at)));
  const isSpread = groups.length > 4 && used < roomOf(three, at.width);
  return isSpread ? three : splitColumns(groups, { ...at, columns: 2 });
}

/** Width without the room between the columns. */
function roomOf(columns: readonly ServiceGroup[][], width: number): number {
  return width - (columns.length - 1) * columnGapMm;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** How far the first heading and its picture are over its baseline. */
function reachOver(kit: Kit, group: ServiceGroup | undefined, { headingMm }: ServiceRows): number {
  const { above } = inkUnits(kit, group?.name.hi ?? '', 800);
  return Math.max(above * headingMm, (headingMm + tileMm) / 2);
}

/** From the first baseline of a column to its last, in pitches. */
function countRows(groups: readonly ServiceGroup[], { firstRows, gapRows }: ServiceRows): number {
  const lines = sum(groups.map(({ services: own }) => own.length - 1 + firstRows));
  return lines + (1 + gapRows) * (groups.length - 1);
}

/** Headings are beside their picture, and what is in the group under both. */
function columnMm(
  kit: Kit,
  groups: readonly ServiceGroup[],
  { headingMm, bodyMm, weight }: { headingMm: number; bodyMm: number; weight: Weight },
): number {
  const width = (content: string, own: Weight) => inkUnits(kit, content, own).width;
  return Math.max(
    ...groups.flatMap(({ name, services: own }) => [
      indentMm + width(name.hi, 800) * headingMm,
      ...own.map((service) => width(service.name.hi, weightOf(service, weight)) * bodyMm),
    ]),
  );
}

/** From a baseline to the next where a group's deepest letters meet the highest under them, without the room between. */
function tightest(kit: Kit, { name, services }: ServiceGroup, at: ServicesAt): number {
  const heading = inkUnits(kit, name.hi, 800);
  const lines = wanted(services).map((service) =>
    inkUnits(kit, service.name.hi, weightOf(service, at.weight)),
  );
  const first = heading.below * at.headingMm + (lines[0]?.above ?? 0) * at.bodyMm;
  const others = lines.slice(1).map(({ above }, index) => (lines[index]?.below ?? 0) + above);
  return Math.max(first / at.firstRows, ...others.map((units) => units * at.bodyMm));
}

function columnNodes(
  kit: Kit,
  groups: readonly ServiceGroup[],
  at: Placed & { x: number },
): Node[] {
  const { x, first, pitch, larger, bodyMm, headingMm, firstRows, gapRows } = at;
  const sizeMm = tileMm * larger;
  let baseline = first - (1 + gapRows) * pitch;
  return groups.flatMap((group) => {
    baseline += (1 + gapRows) * pitch;
    const heading = { x: x + indentMm * larger, baseline, heightMm: headingMm } as const;
    const top = baseline - (headingMm + sizeMm) / 2;
    return [
      ...groupTile(group, { left: x, top, sizeMm }),
      lineAt(kit, group.name.hi, { ...heading, weight: 800, ink: 'navy', part: 'group' }),
      ...wanted(group.services).map((service, index) => {
        baseline += pitch * (index === 0 ? firstRows : 1);
        return lineAt(kit, service.name.hi, {
          x: x - strokeUnits(service.name.hi) * bodyMm,
          baseline,
          heightMm: bodyMm,
          weight: weightOf(service, at.weight),
          ink: isWanted(service) ? 'navy' : 'key',
          part: 'service',
        });
      }),
    ];
  });
}

/** A group's subject, known without reading: the picture of the service in it that most people come for. */
export function groupTile(group: ServiceGroup, at: Parameters<typeof iconTile>[1]): Node[] {
  const shown = group.services.find(isWanted) ?? group.services[0];
  return iconTile(shown?.icon ?? 'question', at);
}

/** Services of the board are first and bold. */
function wanted(services: readonly Service[]): Service[] {
  return services.toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a)));
}

function weightOf(service: Service, usual: Weight): Weight {
  return isWanted(service) ? 800 : usual;
}

/** Groups with most of what the board shows are first: that is what most people come for. Services are called as people do. */
export function wantedFirst(groups: Campaign['serviceGroups']): ServiceGroup[] {
  const count = ({ services: own }: ServiceGroup) => own.filter(isWanted).length;
  return groups
    .toSorted((a, b) => count(b) - count(a))
    .map((group) => ({
      ...group,
      services: group.services.map((own) => ({ ...own, name: own.plain ?? own.name })),
    }));
}

export function isWanted({ board }: Service): boolean {
  return board !== undefined;
}

/** Deals the groups out to the columns so that the longest column is shortest; in each they keep their order. */
function splitColumns(
  groups: readonly ServiceGroup[],
  at: ServicesAt & { columns: number },
): ServiceGroup[][] {
  const out = (at.bottom - at.lastBottom) / at.pitchMm;
  const tallest = (cut: ServiceGroup[][]) =>
    Math.max(
      ...cut.map((part, index) => countRows(part, at) + (index === cut.length - 1 ? out : 0)),
    );
  let best = { cut: [[...groups]], tallest: Infinity };
  // A column only grows: what is no better already is not followed.
  const deal = (next: number, cut: ServiceGroup[][]) => {
    const own = tallest(cut);
    if (own >= best.tallest) return;
    const group = groups[next];
    if (group === undefined) {
      if (cut.every(({ length }) => length > 0)) best = { cut, tallest: own };
      return;
    }
    for (const to of cut.keys())
      deal(
        next + 1,
        cut.map((dealt, index) => (index === to ? [...dealt, group] : dealt)),
      );
  };
  deal(
    0,
    Array.from({ length: Math.min(at.columns, groups.length) }, () => []),
  );
  return best.cut;
}
