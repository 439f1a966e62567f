import { pamphletHelpLines, type ServiceGroup } from '../../../campaigns/campaign.ts';
import { column, icon, type Node, slot } from '../../layout/node.ts';
import { breakLines } from '../../layout/paragraph.ts';
import type { FieldRow, Kit, NameGrid, Page } from '../artwork.ts';
import { demonstrationTag } from '../demonstration-tag.ts';
import { isWanted } from '../pamphlet-back.ts';
import { pamphletContact } from '../pamphlet-contact.ts';
import { block, lineAt, measureInk } from '../typeset.ts';
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
const installBaseline = 128.6;
const stepsTop = 132;
const stepsHeight = 21;
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

/** All services grouped as in the app in three columns, the three steps, the fee, and where to ask, in Urdu. */
export function pamphletBackUrdu(trimMm: Size, bleedMm: number): Page {
  const back: Page = {
    id: 'back',
    fields: contactFoot.fields,
    tree: (kit) => tree(kit, trimMm, bleedMm),
    stamp: contactFoot.stamp,
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
      left: left + inner / 2,
      top: stepsTop - 9.6,
      height: 7.8,
      width: inner / 2,
    }),
    ...install(kit, inner),
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

function install(kit: Kit, inner: number): Node[] {
  const { installTitle, steps } = kit.campaign.copy.pamphlet;
  const gap = 4;
  const width = (inner - gap * (steps.length - 1)) / steps.length;
  const face = kit.fonts.typeface(500);
  const sizeMm = kit.size(bodyMm, 500);
  return [
    lineAt(kit, installTitle.hi, {
      x: left,
      baseline: installBaseline,
      heightMm: 3.6,
      weight: 800,
      ink: 'navy',
      part: 'title',
    }),
    ...steps.flatMap((step, at) => {
      const x = left + at * (width + gap);
      const lines = breakLines(step.hi, { face, sizeMm, widthMm: width - 12.4 });
      const first = stepsTop + stepsHeight / 2 - ((lines.length - 1) * pitchMm) / 2 + 1.2;
      return [
        block('mist', { left: x, top: stepsTop, width, height: stepsHeight, radius: 2.5 }, 'card'),
        lineAt(kit, String(at + 1), {
          x: x + 3,
          baseline: stepsTop + stepsHeight / 2 + 2.6,
          heightMm: 5.4,
          weight: 800,
          ink: 'red',
          part: 'step-number',
        }),
        ...lines.map((line, index) =>
          lineAt(kit, line, {
            x: x + 10,
            baseline: first + index * pitchMm,
            heightMm: bodyMm,
            weight: 500,
            ink: 'key',
            part: 'body',
          }),
        ),
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
