import { type HelpLine, pamphletHelpLines } from '../../campaigns/campaign.ts';
import { column, type Node, slot, type Weight } from '../layout/node.ts';
import { breakLines } from '../layout/paragraph.ts';
import { a5 } from '../print/paper-sizes.ts';
import { type FieldRow, type Kit, type NameGrid, type Page, slotBox } from './artwork.ts';
import { building } from './building.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { helpColumns } from './foot-line.ts';
import { pamphletContact } from './pamphlet-contact.ts';
import { placeColumns, type ServiceRows, serviceColumns } from './service-columns.ts';
import { stackedLines } from './stacked-lines.ts';
import { stampLink, stampQr } from './stamp.ts';
import { block, fitMm, inkUnits, lineAt, middleLine } from './typeset.ts';

/** A5 upright. */
const trimMm = a5;
const bleedMm = 3;
const left = 8;
const right = trimMm.width - left;
const inner = right - left;
export const backMeasure = { left, width: inner };

const codeMm = 34.8;
const linkMm = 1.85;
/** The building in small: roof, sign, code and step from above, and the strip with the address. */
const house = { width: 42, rise: 4.4, sign: 6.4, door: 1.1, step: 6.9, strip: 4.1 };
const houseMm = house.rise + house.sign + house.door + codeMm + house.step + house.strip;
const stepsMm = inner - house.width - 5;
const qrMm = (codeMm * 29) / 37 - 0.1;

/** Where the sentence with the station's name hangs. */
const contact: NameGrid = {
  widthMm: inner,
  shirorekhaMm: 197,
  aboveMm: 4.6,
  belowMm: 8,
  idealHeightMm: 5.6,
  minHeightMm: 3.2,
  gapMm: 1,
};

/** Whom to ask, under the sentence that sends people to the station. */
const fields: FieldRow = {
  fields: ['cug', 'help-number', 'local-line'],
  left,
  widthMm: inner,
  floorMm: 204.8,
  gapMm: 0.85,
  heightMm: 2.8,
  leastMm: 2.25,
  gap: 1.6,
  grid: { ...contact, shirorekhaMm: 194.2, aboveMm: 2.3, idealHeightMm: 4 },
};

interface Span {
  top: number;
  bottom: number;
}

/** Measures that differ where a script reaches farther over and under its letters. */
export interface BackGrid {
  /** Marigold bands; the last has the steps and, standing on its lower edge, the building with the code. */
  bands: readonly Span[];
  title: Span;
  /** Services, under their title. */
  list: Span;
  services: ServiceRows;
  titleMm: number;
  /** Letters of what is read: 10.1 points of Mukta. */
  bodyMm: (kit: Kit) => number;
  stepMm: number;
  notesTop: number;
  footTop: number;
  /** That an emergency is no case for the app is over the numbers where there is room, else with the notes. */
  warning: { baseline: number; heightMm: number };
  /** @param lefts where the columns of services begin */
  help: (kit: Kit, lines: readonly HelpLine[], lefts: readonly number[]) => Node[];
  contact: ReturnType<typeof pamphletContact>;
}

const usual: BackGrid = {
  bands: [{ top: -bleedMm, bottom: 62.9 }],
  title: { top: 65.6, bottom: 75.3 },
  list: { top: 78.2, bottom: 146.4 },
  services: { pitchMm: 5.2, firstRows: 1.1, gapRows: 0.5, headingMm: 2.72, weight: 500 },
  titleMm: 6,
  bodyMm: (kit) => (10.1 * 25.4) / 72 / kit.size(1, 500),
  stepMm: 4.4,
  notesTop: 150.4,
  footTop: 161.6,
  warning: { baseline: 175.6, heightMm: 5.2 },
  help: (kit, lines, lefts) =>
    helpColumns(kit, lines, {
      left,
      width: inner,
      baseline: 185.3,
      heightMm: 5.6,
      captionBaseline: 190.4,
      captionMm: 2.7,
      lefts,
    }),
  contact: pamphletContact(fields, contact),
};

export const pamphletBack: Page = placeBack(usual);

/** All services grouped as in the app, three steps to install beside the code, the fee, and where to ask. */
export function placeBack(grid: BackGrid): Page {
  return {
    id: 'back',
    qrMm,
    fields: grid.contact.fields,
    tree: (kit) => tree(kit, grid),
    stamp: (slots, imprint, kit) => [
      stampQr(slotBox(slots, 'qr'), kit.qr),
      stampLink(slotBox(slots, 'link'), imprint, kit, {
        heightMm: linkMm,
        ink: 'paper',
        align: 'middle',
      }),
      ...grid.contact.stamp(slots, imprint, kit),
    ],
  };
}

function tree(kit: Kit, grid: BackGrid): Node {
  const { width, height } = trimMm;
  const { bands, list, notesTop, footTop, help, warning } = grid;
  const across = { left: -bleedMm, width: width + 2 * bleedMm };
  const { serviceGroups, copy } = kit.campaign;
  const columns = serviceGroups.length === 0 ? undefined : columnsOf(kit, grid);
  const warned = emergencyLine(kit, {
    ...warning,
    overMm: warning.baseline - footTop - 2.46,
    x: left,
    width: inner,
    leastMm: grid.bodyMm(kit),
  });
  const noted = notes(kit, grid, warned.length > 0);
  return column({ ...trimMm }, [
    block('paper', { ...across, top: -bleedMm, height: height + 2 * bleedMm }),
    ...bands.map(({ top, bottom }) => {
      const end = bottom === notesTop && noted.length === 0 ? footTop : bottom;
      return block('marigold', { ...across, top, height: end - top });
    }),
    block('navy', { ...across, top: footTop, height: height - footTop + bleedMm }),
    ...title(kit, grid),
    ...(columns === undefined
      ? stackedLines(kit, copy.pamphlet.lead.hi, {
          x: left,
          width: inner,
          top: list.top,
          height: lastBottom(grid) - list.top,
          mostMm: 11,
          ink: 'navy',
          part: 'lead',
        })
      : serviceColumns(kit, columns)),
    ...installSteps(kit, {
      ...{ left, width: stepsMm, band: stepsBand(grid), titleMm: stepsTitleMm(grid) },
      stepMm: grid.stepMm,
      weight: grid.services.weight,
    }),
    ...card(kit, houseTop(grid)),
    ...noted,
    ...warned,
    ...help(kit, otherNumbers(kit, warned.length > 0), columns?.lefts ?? []),
    slot('contact', { position: 'absolute', left, top: footTop, width: inner, height: 14 }),
  ]);
}

/** The title and the app's name; on a demonstration its tag is there. */
function title(kit: Kit, { titleMm, title: { top, bottom } }: BackGrid): Node[] {
  const { copy, app, demonstration } = kit.campaign;
  // Where no services are listed, the app.
  const { hi } =
    kit.campaign.serviceGroups.length === 0 ? { hi: app.nameHi } : copy.pamphlet.allServices;
  const place = { top, height: bottom - top };
  const line = { weight: 800, ink: 'navy' } as const;
  const { above, below, width } = inkUnits(kit, hi, 800);
  const share = demonstration === undefined ? 0.62 : 0.44;
  const heightMm = Math.min(titleMm, place.height / (above + below), (inner * share) / width);
  const baseline = place.top + (place.height + (above - below) * heightMm) / 2;
  const room = inner - width * heightMm - 8;
  const appMm = fitMm(kit, app.name, { heightMm: titleMm, weight: 800, widthMm: room });
  const deepest = place.top + place.height - inkUnits(kit, app.name, 800).below * appMm;
  return [
    lineAt(kit, hi, { ...line, x: left, baseline, heightMm, part: 'title' }),
    ...(demonstration === undefined
      ? [
          lineAt(kit, app.name, {
            ...line,
            x: right,
            anchor: 'right',
            heightMm: appMm,
            part: 'app',
            baseline: Math.min(baseline, deepest),
          }),
        ]
      : demonstrationTag(kit, {
          left: right - 0.54 * inner,
          width: 0.54 * inner,
          top: top + 0.9,
          height: 7.8,
        })),
  ];
}

function columnsOf(kit: Kit, grid: BackGrid) {
  return placeColumns(kit, {
    ...grid.services,
    ...grid.list,
    left,
    width: inner,
    bodyMm: grid.bodyMm(kit),
    lastBottom: lastBottom(grid),
    lastLeft: right - house.width,
  });
}

/** The last column ends over the code where that stands under it. */
function lastBottom(grid: BackGrid): number {
  const { top } = stepsBand(grid);
  return grid.list.bottom - (top > grid.list.top ? top - houseTop(grid) : 0);
}

function stepsBand({ bands }: BackGrid): Span {
  return bands.at(-1) ?? { top: 0, bottom: 0 };
}

/** Between the band's edge and what is on it. */
const marginMm = 2.7;

/** A band that begins at the edge has a title as large as that of the side. */
function stepsTitleMm(grid: BackGrid): number {
  return (stepsBand(grid).top < 0 ? 1 : 0.64) * grid.titleMm;
}

/** How it is done in a few steps, under their title. */
export function installSteps(
  kit: Kit,
  at: {
    left: number;
    width: number;
    band: Span;
    titleMm: number;
    stepMm: number;
    weight: Weight;
  },
): Node[] {
  const { left, width, stepMm, weight } = at;
  const { top, bottom } = at.band;
  const titleTop = Math.max(top, 2.4) + marginMm;
  const { installTitle, steps } = kit.campaign.copy.pamphlet;
  const titleMm = fitMm(kit, installTitle.hi, {
    heightMm: at.titleMm,
    widthMm: width,
    weight: 800,
  });
  const { above, below } = inkUnits(kit, installTitle.hi, 800);
  const first = titleTop + (above + below + 0.6) * titleMm;
  const pitch = (bottom - marginMm + 0.1 - first) / steps.length;
  const numberMm = 1.75 * stepMm;
  const widthMm = width - numberMm;
  const sizes = steps.map(({ hi }) => fitMm(kit, hi, { heightMm: stepMm, widthMm, weight }));
  const heightMm = Math.min(...sizes);
  const inks = steps.map((step) => inkUnits(kit, step.hi, weight));
  const reach = (side: 'above' | 'below') => Math.max(...inks.map((ink) => ink[side])) * heightMm;
  const drop = (pitch + reach('above') - reach('below')) / 2;
  return [
    lineAt(kit, installTitle.hi, {
      x: left,
      baseline: titleTop + above * titleMm,
      heightMm: titleMm,
      weight: 800,
      ink: 'navy',
      part: 'title',
    }),
    ...steps.flatMap(({ hi }, index) => {
      const line = { baseline: first + index * pitch + drop, ink: 'navy' } as const;
      const number = {
        ...line,
        heightMm: Math.min(1.73 * stepMm, 0.66 * pitch),
        weight: 800,
      } as const;
      return [
        lineAt(kit, String(index + 1), { ...number, x: left, part: 'step-number' }),
        lineAt(kit, hi, { ...line, x: left + numberMm, heightMm, weight, part: 'body' }),
      ];
    }),
  ];
}

function houseTop(grid: BackGrid): number {
  return stepsBand(grid).bottom - houseMm;
}

const leastSignMm = 2.26;

/** The code as the door of the building that is on the front, under the sign of the police. */
function card(kit: Kit, top: number): Node[] {
  const at = { left: right - house.width, right };
  const sign = { top: top + house.rise, bottom: top + house.rise + house.sign };
  const code = { top: sign.bottom + house.door, size: codeMm };
  const stepBottom = code.top + codeMm + house.step;
  const bottom = stepBottom + house.strip;
  const { copy, app } = kit.campaign;
  // A name that would be small print gives way to the app's.
  const named = [copy.state.hi, app.nameHi].map((text) => {
    const { above, below } = inkUnits(kit, text, 800);
    const most = Math.min(3.3, (house.sign - 1.3) / (above + below));
    const widthMm = 0.92 * house.width;
    return { text, heightMm: fitMm(kit, text, { heightMm: most, widthMm, weight: 800 }) };
  });
  const shown = named.filter(({ heightMm }) => heightMm >= leastSignMm).slice(0, 1);
  return [
    ...building(kit, { ...at, top, sign, code, stepBottom, bottom }, 'scan-near'),
    ...shown.map(({ text, heightMm }) =>
      middleLine(kit, text, {
        x: right - house.width / 2,
        anchor: 'middle',
        top: sign.top,
        height: house.sign,
        heightMm,
        weight: 800,
        ink: 'paper',
        part: 'owner',
      }),
    ),
    slot('link', {
      position: 'absolute',
      ...{ left: at.left + 3, width: house.width - 6 },
      top: stepBottom + 0.92,
      height: linkMm,
    }),
  ];
}

/** A number for missed calls where there is one, the fee, and what has no place over the numbers of the foot. */
function notes(kit: Kit, grid: BackGrid, isWarned: boolean): Node[] {
  const { fee, note, missedCall } = kit.campaign.copy.pamphlet;
  const { missedCall: number } = kit.campaign.links;
  const [, visit] = splitNote(note?.hi);
  const call =
    missedCall === undefined || number === null ? [] : [missedCall.hi.replace('{number}', number)];
  const heightMm = grid.bodyMm(kit);
  const { weight } = grid.services;
  const face = kit.fonts.typeface(weight);
  const sizeMm = kit.size(heightMm, weight);
  const broken = (content: string) => breakLines(content, { face, sizeMm, widthMm: inner });
  const bold = [...call, ...(isWarned || note === undefined ? [] : [note.hi])].flatMap(broken);
  const rest = [
    ...(fee === undefined ? [] : [fee.hi]),
    ...(isWarned && visit !== '' ? [visit] : []),
  ].flatMap(broken);
  const lines = [...bold, ...rest];
  const room = grid.footTop - grid.notesTop;
  const pitch = Math.min(1.05 * grid.services.pitchMm, room / lines.length);
  const reach = lines.map((line) => inkUnits(kit, line, 700));
  const over = Math.max(...reach.map(({ above }) => above));
  const under = Math.max(...reach.map(({ below }) => below));
  const first = grid.notesTop + (room - pitch * (lines.length - 1) + (over - under) * heightMm) / 2;
  return lines.map((line, at) =>
    lineAt(kit, line, {
      x: left,
      baseline: first + at * pitch,
      heightMm,
      part: 'body',
      ...(at < bold.length ? { weight: 700, ink: 'navy' } : { weight, ink: 'key' }),
    }),
  );
}

/** The number to call in an emergency, and beside it that this is no case for the app, over the other numbers; nothing where it would be smaller there than with the notes. */
export function emergencyLine(
  kit: Kit,
  at: {
    x: number;
    width: number;
    baseline: number;
    heightMm: number;
    leastMm: number;
    /** Room over the baseline. */
    overMm: number;
  },
): Node[] {
  const emergency = emergencyOf(kit);
  if (emergency === '') return [];
  const number = kit.campaign.helpLines.find((line) => emergency.includes(` ${line.number} `));
  const place = { baseline: at.baseline, weight: 800, part: 'warning' } as const;
  const pieces = [
    ...(number === undefined
      ? []
      : [{ text: number.number, share: larger, ink: 'marigold' as const }]),
    { text: emergency, share: 1, ink: 'paper' as const },
  ];
  const inks = pieces.map(({ text, share }) => {
    const { above, width } = inkUnits(kit, text, 800);
    return { above: above * share, width: width * share };
  });
  const units = inks.reduce((sum, { width }) => sum + width + wordGap, -wordGap);
  const above = Math.max(...inks.map((ink) => ink.above));
  const heightMm = Math.min(at.heightMm, at.overMm / above, at.width / units);
  if (heightMm < at.leastMm) return [];
  let { x } = at;
  return pieces.map(({ text, share, ink }, index) => {
    const line = lineAt(kit, text, { ...place, x, heightMm: share * heightMm, ink });
    x += ((inks[index]?.width ?? 0) + wordGap) * heightMm;
    return line;
  });
}

/** Heights of the number to call, and of the room beside it, in those of the words. */
const larger = 2;
const wordGap = 0.45;

/** Without the number that is large over them. */
export function otherNumbers(kit: Kit, isWarned: boolean): HelpLine[] {
  return pamphletHelpLines(kit.campaign).filter(
    ({ number }) => !isWarned || !emergencyOf(kit).includes(number),
  );
}

function emergencyOf({ campaign }: Kit): string {
  return splitNote(campaign.copy.pamphlet.note?.hi)[0];
}

/** A note's first sentence, which is about emergencies, and the others. */
export function splitNote(note = ''): [string, string] {
  const end = note.search(/[।۔] /) + 1;
  return end === 0 ? [note, ''] : [note.slice(0, end), note.slice(end + 1)];
}
