import { pamphletHelpLines } from '../../campaigns/campaign.ts';
import { column, type Node, slot } from '../layout/node.ts';
import { breakLines } from '../layout/paragraph.ts';
import { a5 } from '../print/paper-sizes.ts';
import { type FieldRow, type Kit, type NameGrid, type Page, slotBox } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { helpColumns } from './foot-line.ts';
import { pamphletContact } from './pamphlet-contact.ts';
import { handPhone, handPhoneWidth } from './phone.ts';
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

/** The band with the steps, over which the code stands out: the side that lies up is the one that is scanned. */
const codeMm = 34.8;
const linkMm = 1.85;
const phoneMm = { codeMm, width: handPhoneWidth(codeMm), height: 49.6 };
const stepsMm = inner - phoneMm.width - 5;
const qrMm = (codeMm * 29) / 37 - 0.1;

/** Where the sentence with the station's name hangs. */
const contact: NameGrid = {
  widthMm: inner,
  shirorekhaMm: 196.3,
  aboveMm: 4.6,
  belowMm: 8.7,
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
  grid: { ...contact, shirorekhaMm: 193.4, aboveMm: 2.6, idealHeightMm: 4 },
};

/** Measures that differ where a script reaches farther over and under its letters. */
export interface BackGrid {
  /** Lower edge of the title's band. */
  titleBottom: number;
  services: ServiceRows;
  titleMm: number;
  /** Letters of what is read: 10.1 points of Mukta. */
  bodyMm: (kit: Kit) => number;
  stepMm: number;
  bandTop: number;
  notesTop: number;
  footTop: number;
  /** That an emergency is no case for the app is over the numbers where there is room, else with the notes. */
  warning: { baseline: number; heightMm: number };
  /** @param lefts where the columns of services begin */
  help: (kit: Kit, lefts: readonly number[]) => Node[];
  contact: ReturnType<typeof pamphletContact>;
}

const usual: BackGrid = {
  titleBottom: 16.8,
  services: { pitchMm: 5.2, firstRows: 1.1, gapRows: 0.5, headingMm: 2.72, weight: 500 },
  titleMm: 6,
  bodyMm: (kit) => (10.1 * 25.4) / 72 / kit.size(1, 500),
  stepMm: 3.1,
  bandTop: 105.5,
  notesTop: 150.8,
  footTop: 164.6,
  warning: { baseline: 172, heightMm: 3.3 },
  help: (kit, lefts) =>
    helpColumns(kit, pamphletHelpLines(kit.campaign), {
      left,
      width: inner,
      baseline: 183.8,
      heightMm: 6.6,
      captionBaseline: 189.5,
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
      stampLink(slotBox(slots, 'link'), imprint, kit, linkMm),
      ...grid.contact.stamp(slots, imprint, kit),
    ],
  };
}

function tree(kit: Kit, grid: BackGrid): Node {
  const { width, height } = trimMm;
  const { titleBottom, bandTop, notesTop, footTop, help, warning } = grid;
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
  const hasNotes = noted.length > 0;
  return column({ ...trimMm }, [
    block('paper', { ...across, top: -bleedMm, height: height + 2 * bleedMm }),
    block('marigold', { ...across, top: -bleedMm, height: titleBottom + bleedMm }),
    block('marigold', {
      ...across,
      top: bandTop,
      height: (hasNotes ? notesTop : footTop) - bandTop,
    }),
    block('navy', { ...across, top: footTop, height: height - footTop + bleedMm }),
    ...title(kit, grid),
    ...(columns === undefined
      ? stackedLines(kit, copy.pamphlet.lead.hi, {
          x: left,
          width: inner,
          top: titleBottom + 5,
          height: phoneTop(grid) - titleBottom - 10,
          mostMm: 11,
          ink: 'navy',
          part: 'lead',
        })
      : serviceColumns(kit, columns)),
    ...install(kit, grid),
    ...handPhone(kit, {
      ...phoneMm,
      left: right - phoneMm.width,
      top: phoneTop(grid),
      linkMm,
      ring: 'paper',
      button: { part: 'scan-near' },
    }),
    ...noted,
    ...warned,
    ...help(kit, columns?.lefts ?? []),
    slot('contact', { position: 'absolute', left, top: footTop, width: inner, height: 14 }),
  ]);
}

/** The title and the app's name; on a demonstration its tag is there. */
function title(kit: Kit, { titleMm, titleBottom }: BackGrid): Node[] {
  const { copy, app, demonstration } = kit.campaign;
  // Where no services are listed, the app.
  const { hi } =
    kit.campaign.serviceGroups.length === 0 ? { hi: app.nameHi } : copy.pamphlet.allServices;
  const place = { top: 5.1, height: titleBottom - 7.1 };
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
          top: 6,
          height: 7.8,
        })),
  ];
}

/** The last column is over the code. */
function columnsOf(kit: Kit, grid: BackGrid) {
  const { titleBottom, bandTop } = grid;
  const bottom = bandTop - 4.4;
  return placeColumns(kit, {
    ...grid.services,
    left,
    width: inner,
    bodyMm: grid.bodyMm(kit),
    top: titleBottom + 4.2,
    bottom,
    lastBottom: bottom - (bandTop - phoneTop(grid)),
    lastLeft: right - phoneMm.width,
  });
}

/** Between the band's edge and what is on it. */
const marginMm = 2.7;

/** Title and steps beside the code. */
function install(kit: Kit, grid: BackGrid): Node[] {
  const { bandTop, notesTop, stepMm } = grid;
  const { weight } = grid.services;
  const { installTitle, steps } = kit.campaign.copy.pamphlet;
  const titleMm = fitMm(kit, installTitle.hi, {
    heightMm: 0.64 * grid.titleMm,
    widthMm: stepsMm,
    weight: 800,
  });
  const { above, below } = inkUnits(kit, installTitle.hi, 800);
  const first = bandTop + marginMm + (above + below) * titleMm + 1.2;
  const pitch = (notesTop - marginMm + 0.1 - first) / steps.length;
  const numberMm = 8;
  const widthMm = stepsMm - numberMm;
  const sizes = steps.map(({ hi }) => fitMm(kit, hi, { heightMm: stepMm, widthMm, weight }));
  const heightMm = Math.min(...sizes);
  return [
    lineAt(kit, installTitle.hi, {
      x: left,
      baseline: bandTop + marginMm + above * titleMm,
      heightMm: titleMm,
      weight: 800,
      ink: 'navy',
      part: 'title',
    }),
    ...steps.flatMap(({ hi }, at) => {
      const line = { top: first + at * pitch, height: pitch, ink: 'navy' } as const;
      return [
        middleLine(kit, String(at + 1), {
          ...line,
          x: left,
          heightMm: Math.min(4.6, 0.66 * pitch),
          weight: 800,
          part: 'step-number',
        }),
        middleLine(kit, hi, { ...line, x: left + numberMm, heightMm, weight, part: 'body' }),
      ];
    }),
  ];
}

/** It ends within the band and stands out over it. */
function phoneTop({ notesTop }: BackGrid): number {
  return notesTop - 2.6 - phoneMm.height;
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

/** That an emergency is no case for the app, over the numbers; nothing where it would be smaller there than with the notes. */
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
  const [emergency] = splitNote(kit.campaign.copy.pamphlet.note?.hi);
  if (emergency === '') return [];
  const { x, width: widthMm, baseline } = at;
  const most = Math.min(at.heightMm, at.overMm / inkUnits(kit, emergency, 800).above);
  const heightMm = fitMm(kit, emergency, { heightMm: most, widthMm, weight: 800 });
  if (heightMm < at.leastMm) return [];
  return [
    lineAt(kit, emergency, {
      x,
      baseline,
      heightMm,
      weight: 800,
      ink: 'paper',
      part: 'warning',
    }),
  ];
}

/** A note's first sentence, which is about emergencies, and the others. */
export function splitNote(note = ''): [string, string] {
  const end = note.search(/[।۔] /) + 1;
  return end === 0 ? [note, ''] : [note.slice(0, end), note.slice(end + 1)];
}
