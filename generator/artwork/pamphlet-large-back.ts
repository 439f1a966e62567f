import type { ServiceGroup } from '../../campaigns/campaign.ts';
import { column, type Node, slot } from '../layout/node.ts';
import { paragraph } from '../layout/paragraph.ts';
import { a4 } from '../print/paper-sizes.ts';
import type { FieldRow, Kit, NameGrid, Page } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { helpColumns } from './foot-line.ts';
import { emergencyLine, otherNumbers, splitNote } from './pamphlet-back.ts';
import { pamphletContact } from './pamphlet-contact.ts';
import { groupTile, isWanted, wantedFirst } from './service-columns.ts';
import { stackedLines } from './stacked-lines.ts';
import { block, fitMm, inkUnits, lineAt } from './typeset.ts';

// The back of the pamphlet in large print. It names what the app is for and not all that is in it: a line of large words a
// group, beside a picture that is known without reading; then the numbers to call, and where to ask.

/** A4 upright. */
export const largeTrimMm = a4;
export const largeBleedMm = 3;
export const largeLeft = 14;
const left = largeLeft;
const right = largeTrimMm.width - left;
const inner = right - left;

/** Least size of any text, by which large print is known (RNIB, Clear Print; 18 points). */
export const largePrintPoints = 18;
export const largeBodyMm = (largePrintPoints * 25.4) / 72;
/** The same from baseline to shirorekha, in Mukta's medium letters. */
export const largeLetterMm = 4;

const bandMm = 28;
const groupsAt = { top: 31, bottom: 163 };
const notesTop = 166;
const footTop = 204;
const contactTop = 258.5;

/** Where the sentence with the station's name hangs. */
const contact: NameGrid = {
  widthMm: inner,
  shirorekhaMm: contactTop + 14,
  aboveMm: 7,
  belowMm: 16,
  idealHeightMm: 7.6,
  minHeightMm: 6,
  gapMm: 1.6,
};

/** Whom to ask, under that sentence. */
const fields: FieldRow = {
  fields: ['cug', 'help-number', 'local-line'],
  left,
  widthMm: inner,
  floorMm: largeTrimMm.height - 9,
  gapMm: 1.4,
  heightMm: 5,
  leastMm: largeLetterMm,
  gap: 1.6,
  grid: { ...contact, shirorekhaMm: contactTop + 10.5, aboveMm: 4.6, idealHeightMm: 6.2 },
};

const contactFoot = pamphletContact(fields, contact);

export const pamphletLargeBack: Page = {
  id: 'back',
  fields: contactFoot.fields,
  tree,
  stamp: contactFoot.stamp,
};

function tree(kit: Kit): Node {
  const { width, height } = largeTrimMm;
  const whole = { left: -largeBleedMm, width: width + 2 * largeBleedMm };
  const warned = emergencyLine(kit, {
    x: left,
    width: inner,
    baseline: 224.4,
    heightMm: 6.4,
    overMm: 224.4 - footTop - 3.6,
    leastMm: bodyHeight(kit),
  });
  return column({ ...largeTrimMm }, [
    block('paper', { ...whole, top: -largeBleedMm, height: height + 2 * largeBleedMm }),
    block('marigold', { ...whole, top: -largeBleedMm, height: bandMm + largeBleedMm }),
    block('navy', { ...whole, top: footTop, height: height - footTop + largeBleedMm }),
    ...title(kit),
    ...groups(kit),
    notes(kit, warned.length > 0),
    ...warned,
    ...helpColumns(kit, otherNumbers(kit, warned.length > 0), {
      left,
      width: inner,
      baseline: 243,
      heightMm: 9.6,
      captionBaseline: 253,
      captionMm: 5.2,
    }),
    slot('contact', { position: 'absolute', left, top: contactTop, width: inner, height: 24 }),
  ]);
}

function title(kit: Kit): Node[] {
  const { copy, app } = kit.campaign;
  const line = { baseline: 20.4, weight: 800, ink: 'navy' } as const;
  const fit = (content: string, heightMm: number, share: number) =>
    fitMm(kit, content, { heightMm, widthMm: inner * share, weight: 800 });
  const { hi } = kit.campaign.serviceGroups.length === 0 ? { hi: app.nameHi } : copy.servicesTitle;
  return [
    lineAt(kit, hi, { ...line, x: left, heightMm: fit(hi, 8.4, 0.66), part: 'title' }),
    lineAt(kit, app.name, {
      ...line,
      x: right,
      anchor: 'right',
      part: 'app',
      heightMm: fit(app.name, 8.4, 0.3),
    }),
  ];
}

/** Six groups at most, those that most people come for first. */
function groups(kit: Kit): Node[] {
  const chosen = wantedFirst(kit.campaign.serviceGroups).slice(0, 6);
  const tag = kit.campaign.demonstration === undefined ? 0 : 14;
  const lead = { x: left, width: inner, top: groupsAt.top + 6, mostMm: 17 } as const;
  const pitch = Math.min(28, (groupsAt.bottom - groupsAt.top - tag) / chosen.length);
  const rows = chosen.map((group) => setGroup(kit, group));
  // The same from heading to line in all, as the deepest heading needs it.
  const step = Math.max(...rows.map(({ under, over }) => under + gapMm + over));
  const above = Math.max(...rows.map((row) => row.above));
  return [
    ...(chosen.length === 0
      ? stackedLines(kit, kit.campaign.copy.pamphlet.lead.hi, {
          ...lead,
          height: groupsAt.bottom - groupsAt.top - tag - 12,
          ink: 'navy',
          part: 'lead',
        })
      : []),
    ...rows.flatMap((row, at) => {
      const top = groupsAt.top + at * pitch;
      const baseline = top + (pitch - above - step) / 2 + above;
      return groupLines(row, { kit, baseline, step, tileTop: top + (pitch - tileMm) / 2 });
    }),
    ...demonstrationTag(kit, { left, top: groupsAt.bottom - 11, height: 12.4, width: inner }),
  ];
}

type GroupRow = ReturnType<typeof setGroup>;

/** Heading and line of a group at their sizes, with how far their ink reaches. */
function setGroup(kit: Kit, group: ServiceGroup) {
  const room = inner - indentMm;
  const line = servicesLine(kit, group, room);
  const upper = inkUnits(kit, group.name.hi, 800);
  const lower = inkUnits(kit, line, 700);
  const heading = fitMm(kit, group.name.hi, { heightMm: headingMm, widthMm: room, weight: 800 });
  const body = fitMm(kit, line, { heightMm: serviceHeight(kit), widthMm: room });
  return {
    group,
    line,
    heading,
    body,
    above: upper.above * heading,
    under: upper.below * heading,
    over: lower.above * body,
  };
}

const tileMm = 16;
const indentMm = tileMm + 6;
const headingMm = 6.2;
/** Between the inks of a heading and its line. */
const gapMm = 1.05;

function groupLines(
  { group, line, heading, body }: GroupRow,
  at: { kit: Kit; baseline: number; step: number; tileTop: number },
): Node[] {
  const { kit, baseline, step, tileTop } = at;
  const x = left + indentMm;
  return [
    ...groupTile(group, { left, top: tileTop, sizeMm: tileMm }),
    lineAt(kit, group.name.hi, {
      x,
      baseline,
      heightMm: heading,
      weight: 800,
      ink: 'navy',
      part: 'group',
    }),
    lineAt(kit, line, {
      x,
      baseline: baseline + step,
      heightMm: body,
      ink: 'key',
      part: 'service',
    }),
  ];
}

/** Bold letters of the least size. */
function bodyHeight(kit: Kit): number {
  return (1.001 * largeBodyMm) / kit.size(1, 700);
}

/** Services are larger than what only a few read. */
function serviceHeight(kit: Kit): number {
  return 1.16 * bodyHeight(kit);
}

/** As many services of a group as are on a line, those that most people come for first. */
function servicesLine(kit: Kit, { services }: ServiceGroup, widthMm: number): string {
  const names = services
    .toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a)))
    .map(({ name, board }) => (board ?? name).hi);
  const fits = (text: string) => inkUnits(kit, text, 700).width * serviceHeight(kit) <= widthMm;
  const lines = names.map((_, last) => names.slice(0, last + 1).join(', '));
  return lines.filter((line, last) => last === 0 || fits(line)).at(-1) ?? '';
}

/** The number for missed calls where there is one, the fee, and what has no place over the numbers of the foot. */
function notes({ campaign, fonts }: Kit, isWarned: boolean): Node {
  const { fee, note, missedCall } = campaign.copy.pamphlet;
  const { missedCall: number } = campaign.links;
  const [emergency, visit] = splitNote(note?.hi);
  const call =
    missedCall === undefined || number === null ? [] : [missedCall.hi.replace('{number}', number)];
  const place = { top: notesTop, height: footTop - notesTop, justifyContent: 'center' } as const;
  return column(
    { position: 'absolute', left, width: inner, ...place },
    [...call, ...splitNote(fee?.hi), isWarned ? '' : emergency, visit]
      .filter((content) => content !== '')
      .map((content) =>
        paragraph(content, {
          sizeMm: 1.03 * largeBodyMm,
          weight: 700,
          part: 'body',
          lineHeight: 1.45,
          ink: content === emergency ? 'navy' : 'key',
          widthMm: inner,
          face: fonts.typeface(700),
        }),
      ),
  );
}
