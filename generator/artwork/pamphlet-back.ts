import {
  type Campaign,
  pamphletHelpLines,
  type Service,
  type ServiceGroup,
} from '../../campaigns/campaign.ts';
import { column, icon, type Node, row, slot, text } from '../layout/node.ts';
import { paragraph } from '../layout/paragraph.ts';
import { type FieldRow, type Kit, type NameGrid, type Page, slotBox } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { helpColumns } from './foot-line.ts';
import { pamphletContact } from './pamphlet-contact.ts';
import { stampQr } from './stamp.ts';
import { fitMm, inkUnits } from './typeset.ts';

const width = 148;
const height = 210;
const bleedMm = 3;
const left = 9;
const inner = width - 2 * left;
/** 10.2 pt, the reading size of the side. */
const bodyMm = (10.2 * 25.4) / 72;
const footTop = 170;
const bandMm = 17.5;
const servicesTop = 20.8;
const installTop = 122;
const notesTop = 153.2;
const linePitch = 1.5;

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

const contactFoot = pamphletContact(fields, contact);

/** Code with its quiet zone: the side that lies up is the one that is scanned. Its modules end at the margin and at the steps. */
const codeMm = 34;
const modulesMm = (codeMm * 29) / 37;
const quietMm = (codeMm - modulesMm) / 2;

/** All services grouped as in the app, three steps to install beside the code, the fee, and where to ask. */
export const pamphletBack: Page = {
  id: 'back',
  qrMm: modulesMm - 0.1,
  fields: contactFoot.fields,
  tree,
  stamp: (slots, imprint, kit) => [
    stampQr(slotBox(slots, 'qr'), kit.qr),
    ...contactFoot.stamp(slots, imprint, kit),
  ],
};

function tree(kit: Kit): Node {
  return column({ width, height }, [
    row({
      position: 'absolute',
      left: -bleedMm,
      top: -bleedMm,
      width: width + 2 * bleedMm,
      height: height + 2 * bleedMm,
      ground: 'paper',
      part: 'ground',
    }),
    title(kit),
    services(kit),
    install(kit),
    slot('qr', {
      ...{ position: 'absolute', left: width - left - codeMm + quietMm, top: installTop - quietMm },
      ...{ width: codeMm, height: codeMm },
    }),
    ...demonstrationTag(kit, { left, top: tagTop, width: stepsMm, height: tagMm }),
    notes(kit),
    contactBand(),
    ...helpColumns(kit, pamphletHelpLines(kit.campaign), {
      ...{
        left,
        width: inner,
        baseline: 182.4,
        heightMm: 8.2,
        captionBaseline: 187.9,
        captionMm: 2.8,
      },
    }),
  ]);
}

function title(kit: Kit): Node {
  const { campaign, size } = kit;
  const { hi } = campaign.copy.pamphlet.allServices;
  const titleMm = fitMm(kit, hi, { heightMm: 6, widthMm: inner * 0.62, weight: 800 });
  const room = inner - inkUnits(kit, hi, 800).width * titleMm - 8;
  const named = inkUnits(kit, campaign.app.name, 800);
  const appMm = Math.min(7.7, room / named.width, 8.3 / (named.above + named.below));
  return row(
    {
      position: 'absolute',
      left: -bleedMm,
      top: -bleedMm,
      width: width + 2 * bleedMm,
      height: bandMm + bleedMm,
      ground: 'marigold',
      part: 'ground',
      paddingLeft: left + bleedMm,
      paddingRight: left + bleedMm,
      paddingTop: bleedMm + 4.8,
      alignItems: 'center',
      justifyContent: 'space-between',
    },
    [
      text(hi, {
        sizeMm: size(titleMm, 800),
        weight: 800,
        ink: 'navy',
        part: 'title',
        lineHeight: 1,
      }),
      text(campaign.app.name, {
        sizeMm: size(appMm, 800),
        weight: 800,
        ink: 'navy',
        part: 'app',
        lineHeight: 1,
      }),
    ],
  );
}

function services(kit: Kit): Node {
  const [first, second] = twoColumns(wantedFirst(kit.campaign.serviceGroups));
  const { roomy, larger } = shareRoom(kit, [first, second]);
  return row(
    { position: 'absolute', left, top: servicesTop, width: inner, justifyContent: 'space-between' },
    [first, second].map((groups) =>
      column(
        { width: columnMm },
        groups.flatMap((group, index) =>
          serviceGroup(group, kit, {
            roomy,
            larger,
            marginTop: index === 0 ? 0 : groupGapMm * roomy,
          }),
        ),
      ),
    ),
  );
}

/** Before a group, so that its heading belongs to what follows. */
const groupGapMm = 3;

const groupMm = 6.6;
/** From the services' upper edge to what stands below them. */
const servicesMm = 92;

const columnMm = 62;
const iconMm = 4.3;
const iconGapMm = 2.2;

/** How much wider apart and larger than usual lines may stand, where few services would leave half the side empty. */
function shareRoom(
  kit: Kit,
  columns: readonly ServiceGroup[][],
): { roomy: number; larger: number } {
  const used = columns.map(
    (groups) =>
      groups.reduce(
        (sum, { services: own }) => sum + groupMm + own.length * bodyMm * linePitch,
        0,
      ) +
      groupGapMm * (groups.length - 1),
  );
  const room = servicesMm / Math.max(...used);
  const roomy = room < 1.15 ? 1 : Math.min(1.8, room);
  // The longest name of a service keeps to its column.
  const bodyHeight = bodyMm / kit.size(1, 500);
  const width = (service: Service) =>
    iconMm + iconGapMm + inkUnits(kit, service.name.hi, 500).width * bodyHeight;
  const widest = Math.max(...columns.flat().flatMap(({ services: own }) => own.map(width)));
  return { roomy, larger: Math.min(1.2, Math.max(1, roomy / 1.4), columnMm / widest) };
}

function serviceGroup(
  { name, services: entries }: ServiceGroup,
  { size }: Kit,
  { roomy, larger, marginTop }: { roomy: number; larger: number; marginTop: number },
): Node[] {
  return [
    row({ alignItems: 'center', height: groupMm * roomy, marginTop }, [
      text(name.hi, {
        sizeMm: size(3.1 * larger, 800),
        weight: 800,
        ink: 'navy',
        part: 'group',
        lineHeight: 1.2,
      }),
    ]),
    ...entries.map((service) =>
      row({ alignItems: 'center', height: bodyMm * linePitch * roomy, gap: iconGapMm }, [
        icon(service.icon, { sizeMm: iconMm * larger, ink: 'navy', part: 'service-icon' }),
        text(service.name.hi, {
          sizeMm: bodyMm * larger,
          weight: 500,
          ink: 'key',
          part: 'service',
          lineHeight: linePitch,
        }),
      ]),
    ),
  ];
}

/** Groups with most of what the board shows stand first: that is what most people come for. */
export function wantedFirst(groups: Campaign['serviceGroups']): ServiceGroup[] {
  const wanted = ({ services }: ServiceGroup) => services.filter(isWanted).length;
  return groups.toSorted((a, b) => wanted(b) - wanted(a));
}

export function isWanted({ board }: Service): boolean {
  return board !== undefined;
}

/** Splits the groups, in their order, where the two columns are most alike in height. */
export function twoColumns(groups: Campaign['serviceGroups']): [ServiceGroup[], ServiceGroup[]] {
  const lines = (part: ServiceGroup[]) =>
    part.reduce((sum, group) => sum + group.services.length + 1.4, 0);
  const cuts = groups.map((_, at): [ServiceGroup[], ServiceGroup[]] => [
    groups.slice(0, at),
    groups.slice(at),
  ]);
  return cuts.reduce((best, cut) =>
    Math.max(...cut.map(lines)) < Math.max(...best.map(lines)) ? cut : best,
  );
}

/** The title's line is centred on the upper modules of the code; a demonstration's tag stands under it. */
const titleTop = installTop - 1.6;
const titleBoxMm = 6.8;
const tagTop = titleTop + titleBoxMm;
const tagMm = 7.1;
/** Width of the steps, up to the code. */
const stepsMm = inner - modulesMm - 6;

function install(kit: Kit): Node {
  const { campaign, size, fonts } = kit;
  const { installTitle, steps } = campaign.copy.pamphlet;
  const titleMm = fitMm(kit, installTitle.hi, { heightMm: 3.8, widthMm: stepsMm, weight: 800 });
  const isShown = campaign.demonstration !== undefined;
  const sizeMm = (isShown ? 1.08 : 1.2) * bodyMm;
  const numberMm = 8;
  return column(
    {
      ...{ position: 'absolute', left, top: titleTop, width: stepsMm },
      height: notesTop - installTop,
    },
    [
      row({ alignItems: 'center', height: titleBoxMm }, [
        text(installTitle.hi, {
          sizeMm: size(titleMm, 800),
          weight: 800,
          ink: 'navy',
          part: 'title',
          lineHeight: 1,
        }),
      ]),
      column(
        { flexGrow: 1, justifyContent: 'space-around', marginTop: isShown ? tagMm : 0 },
        steps.map((step, index) =>
          row({ alignItems: 'center' }, [
            column({ width: numberMm }, [
              text(String(index + 1), {
                sizeMm: isShown ? 5 : 6.6,
                weight: 800,
                ink: 'navy',
                part: 'step-number',
                lineHeight: 1,
              }),
            ]),
            paragraph(step.hi, {
              sizeMm,
              weight: 500,
              ink: 'key',
              part: 'body',
              lineHeight: 1.3,
              widthMm: stepsMm - numberMm,
              face: fonts.typeface(500),
            }),
          ]),
        ),
      ),
    ],
  );
}

function notes(kit: Kit): Node {
  const { campaign, fonts, size } = kit;
  const { fee, note, missedCall } = campaign.copy.pamphlet;
  const { missedCall: number } = campaign.links;
  const set = (content: string, weight: 500 | 700, ink: 'key' | 'navy') =>
    paragraph(content, {
      sizeMm: bodyMm,
      weight,
      ink,
      part: 'body',
      lineHeight: linePitch,
      widthMm: inner,
      face: fonts.typeface(weight),
    });
  // What counts in an emergency stands out, where that is a line with the rest.
  const [emergency, visit] = splitNote(note.hi);
  const width = (content: string, weight: 500 | 700) =>
    (inkUnits(kit, content, weight).width * bodyMm) / size(1, weight);
  const isOneLine = visit !== '' && width(emergency, 700) + width(visit, 500) + bodyMm < inner;
  const line = (content: string, weight: 500 | 700, ink: 'key' | 'navy') =>
    text(content, { sizeMm: bodyMm, weight, ink, part: 'body', lineHeight: linePitch });
  const call =
    missedCall === undefined || number === null
      ? []
      : [set(missedCall.hi.replace('{number}', number), 700, 'navy')];
  const place = { top: notesTop, height: footTop - notesTop, justifyContent: 'center' } as const;
  return column({ position: 'absolute', left, width: inner, ...place }, [
    ...call,
    set(fee.hi, 500, 'key'),
    ...(isOneLine
      ? [row({ gap: 0.4 * bodyMm }, [line(emergency, 700, 'navy'), line(visit, 500, 'key')])]
      : [set(note.hi, 500, 'key')]),
  ]);
}

/** A note's first sentence, which is about emergencies, and the others. */
export function splitNote(note: string): [string, string] {
  const end = note.indexOf('। ') + 1;
  return end === 0 ? [note, ''] : [note.slice(0, end), note.slice(end + 1)];
}

/** The foot that tells whom to call and where to ask; the sentence is the station's own. */
function contactBand(): Node {
  return row(
    {
      position: 'absolute',
      left: -bleedMm,
      top: footTop,
      width: width + 2 * bleedMm,
      height: height - footTop + bleedMm,
      ground: 'navy',
      part: 'ground',
      paddingLeft: left + bleedMm,
    },
    [slot('contact', { width: inner, height: 14 })],
  );
}
