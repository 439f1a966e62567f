import { pamphletHelpLines, type ServiceGroup } from '../../../campaigns/campaign.ts';
import { column, icon, type Node, slot } from '../../layout/node.ts';
import { breakLines } from '../../layout/paragraph.ts';
import { type FieldRow, type Kit, type NameGrid, type Page, slotBox } from '../artwork.ts';
import { demonstrationTag } from '../demonstration-tag.ts';
import { isWanted } from '../pamphlet-back.ts';
import { pamphletContact } from '../pamphlet-contact.ts';
import { stampQr } from '../stamp.ts';
import { block, fitMm, lineAt, measureInk } from '../typeset.ts';
import { urduPage } from './urdu-page.ts';

type Service = ServiceGroup['services'][number];
type Size = { width: number; height: number };

const left = 9;
/** Height of the alef in what is read, and from a baseline to the next: twice the size of the font. */
const bodyMm = 2.5;
const pitchMm = 8.45;
const titleBottom = 19;
const servicesTop = 30;
const groupGapMm = 3.2;
const installBaseline = 127.6;
const stepsBaseline = 135.8;
const stepsPitchMm = 7.9;
const notesBaseline = 160.8;
const helpBaseline = 180.8;
const footTop = 186.8;

/** Where the sentence with the station's name hangs. */
const contact: NameGrid = {
  widthMm: 148 - 2 * left,
  shirorekhaMm: 192.8,
  aboveMm: 4.1,
  belowMm: 12.1,
  idealHeightMm: 5,
  minHeightMm: 2.6,
  gapMm: 0.85,
};

const fields: FieldRow = {
  language: 'ur',
  fields: ['cug', 'help-number'],
  left,
  widthMm: 148 - 2 * left,
  floorMm: 204.9,
  gapMm: 0.85,
  heightMm: 2.6,
  leastMm: 2.1,
  gap: 1.6,
  grid: { ...contact, idealHeightMm: 3.4, minHeightMm: 2.4 },
};

const contactFoot = pamphletContact(fields, contact);

/** Code with its quiet zone; its modules end at the margin. */
const codeMm = 32;
const modulesMm = (codeMm * 29) / 37;
const quietMm = (codeMm - modulesMm) / 2;
const codeTop = 121.8;
/** Width of the steps, up to the code. */
const stepsMm = 148 - 2 * left - modulesMm - 6;

/** All services grouped as in the app in three columns, the three steps beside the code, the fee, and where to ask, in Urdu. */
export function pamphletBackUrdu(trimMm: Size, bleedMm: number): Page {
  const back: Page = {
    id: 'back',
    qrMm: modulesMm - 0.1,
    fields: contactFoot.fields,
    tree: (kit) => tree(kit, trimMm, bleedMm),
    stamp: (slots, imprint, kit) => [
      stampQr(slotBox(slots, 'qr'), kit.qr),
      ...contactFoot.stamp(slots, imprint, kit),
    ],
  };
  return urduPage(back, trimMm.width);
}

function tree(kit: Kit, trimMm: Size, bleedMm: number): Node {
  const { copy, app } = kit.campaign;
  const inner = trimMm.width - 2 * left;
  const whole = { left: -bleedMm, width: trimMm.width + 2 * bleedMm };
  return column({ ...trimMm }, [
    block('paper', { ...whole, top: -bleedMm, height: trimMm.height + 2 * bleedMm }),
    block('marigold', { ...whole, top: -bleedMm, height: titleBottom + bleedMm }),
    block('navy', { ...whole, top: footTop, height: trimMm.height - footTop + bleedMm }),
    lineAt(kit, copy.pamphlet.allServices.hi, {
      x: left,
      baseline: 13.8,
      heightMm: 4.4,
      weight: 800,
      ink: 'navy',
      part: 'title',
    }),
    lineAt(kit, app.name, {
      x: left + inner,
      anchor: 'right',
      baseline: 13,
      heightMm: 7,
      weight: 800,
      ink: 'navy',
      part: 'app',
    }),
    ...services(kit, inner),
    ...demonstrationTag(kit, {
      ...{ left: left + stepsMm / 2, top: installBaseline - 6.2, width: stepsMm / 2, height: 7.8 },
    }),
    ...install(kit),
    slot('qr', {
      ...{ position: 'absolute', left: left + inner - codeMm + quietMm, top: codeTop },
      ...{ width: codeMm, height: codeMm },
    }),
    ...notes(kit, inner),
    ...helpLines(kit, inner),
    slot('contact', { position: 'absolute', left, top: footTop, width: inner, height: 14 }),
  ]);
}

/** Columns as wide as their longest line, with like gaps between them. */
function services(kit: Kit, inner: number): Node[] {
  const columns = spread(kit.campaign.serviceGroups);
  const widths = columns.map((groups) =>
    Math.max(
      ...groups.flatMap(({ name, services: own }) => [
        measureInk(kit, name.hi, groupStyle).width,
        ...own.map(
          (service) => indentMm + measureInk(kit, service.name.hi, bodyStyle(service)).width,
        ),
      ]),
    ),
  );
  const gap = (inner - widths.reduce((sum, width) => sum + width, 0)) / (columns.length - 1);
  let x = left;
  return columns.flatMap((groups, at) => {
    const nodes = servicesColumn(kit, groups, x);
    x += (widths[at] ?? 0) + gap;
    return nodes;
  });
}

const groupStyle = { heightMm: 3, weight: 800 } as const;
/** Services that most people use stand bolder, as on the Hindi side. */
const bodyStyle = (service: Service) =>
  ({ heightMm: bodyMm, weight: isWanted(service) ? 700 : 500 }) as const;
/** From the icon's edge to the letters. */
const indentMm = 6.2;

function servicesColumn(kit: Kit, groups: readonly ServiceGroup[], x: number): Node[] {
  let baseline = servicesTop - pitchMm;
  return groups.flatMap((group, index) => {
    baseline += pitchMm + (index === 0 ? 0 : groupGapMm);
    const heading = { x, baseline, ...groupStyle, ink: 'red', part: 'group' } as const;
    const entries = group.services.flatMap((service) => {
      baseline += pitchMm;
      const place = { position: 'absolute', left: x, top: baseline - 3.6, sizeMm: 4.3 } as const;
      const line = { x: x + indentMm, baseline, ...bodyStyle(service) } as const;
      const ink = isWanted(service) ? 'navy' : 'key';
      return [
        icon(service.icon, { ...place, ink: 'navy', part: 'service-icon' }),
        lineAt(kit, service.name.hi, { ...line, ink, part: 'service' }),
      ];
    });
    return [lineAt(kit, group.name.hi, heading), ...entries];
  });
}

/** Groups in their order, cut where the longest column is shortest. */
function spread(groups: readonly ServiceGroup[]): ServiceGroup[][] {
  const height = (part: readonly ServiceGroup[]) =>
    part.reduce((sum, { services: own }) => sum + own.length + 1 + groupGapMm / pitchMm, 0);
  let best: { cut: ServiceGroup[][]; height: number } | undefined;
  for (let first = 1; first < groups.length - 1; first += 1) {
    for (let second = first + 1; second < groups.length; second += 1) {
      const cut = [groups.slice(0, first), groups.slice(first, second), groups.slice(second)];
      const tallest = Math.max(...cut.map(height));
      if (best === undefined || tallest < best.height) best = { cut, height: tallest };
    }
  }
  return best?.cut ?? [[...groups]];
}

function install(kit: Kit): Node[] {
  const { installTitle, steps } = kit.campaign.copy.pamphlet;
  const common = { ink: 'navy', weight: 800 } as const;
  return [
    lineAt(kit, installTitle.hi, {
      ...{ ...common, x: left, baseline: installBaseline, part: 'title' },
      // A demonstration's tag stands beside it.
      heightMm: fitMm(kit, installTitle.hi, {
        ...{ heightMm: 3.6, widthMm: stepsMm / 2 - 3, weight: 800 },
      }),
    }),
    ...steps.flatMap((step, at) => {
      const baseline = stepsBaseline + at * stepsPitchMm;
      return [
        lineAt(kit, String(at + 1), {
          ...{ ...common, x: left, baseline: baseline + 1.2, heightMm: 4.6, part: 'step-number' },
        }),
        lineAt(kit, step.hi, {
          ...{ x: left + 7, baseline, weight: 500, ink: 'key', part: 'body' },
          heightMm: fitMm(kit, step.hi, { heightMm: bodyMm, widthMm: stepsMm - 7, weight: 500 }),
        }),
      ];
    }),
  ];
}

function notes(kit: Kit, inner: number): Node[] {
  const { fee, note } = kit.campaign.copy.pamphlet;
  const face = kit.fonts.typeface(500);
  const sizeMm = kit.size(bodyMm, 500);
  return [fee.hi, note.hi]
    .flatMap((content) => breakLines(content, { face, sizeMm, widthMm: inner }))
    .map((line, at) =>
      lineAt(kit, line, {
        x: left,
        baseline: notesBaseline + at * pitchMm,
        heightMm: bodyMm,
        weight: 500,
        ink: 'key',
        part: 'body',
      }),
    );
}

/** The numbers with what they are, side by side. */
function helpLines(kit: Kit, inner: number): Node[] {
  const part = 'help-line';
  const nodes: Node[] = [];
  const lines = pamphletHelpLines(kit.campaign);
  const share = inner / lines.length;
  for (const [at, { number, name }] of lines.entries()) {
    const x = left + at * share;
    const size = { heightMm: 5, weight: 800 } as const;
    nodes.push(
      lineAt(kit, number, { x, baseline: helpBaseline, ...size, ink: 'red', part }),
      lineAt(kit, name.hi, {
        x: x + measureInk(kit, number, size).width + 2,
        baseline: helpBaseline,
        heightMm: 2.7,
        ink: 'navy',
        part,
      }),
    );
  }
  return nodes;
}
