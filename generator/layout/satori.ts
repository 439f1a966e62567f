import satori, { type Font, type SatoriNode } from 'satori';
import {
  hasOtherLetters,
  scriptRow,
  usualScript,
} from '../../campaigns/languages/typesetting/scripts.ts';
import { type Ink, type InkName, inkCmyk } from '../ink/palette.ts';
import {
  type Box,
  type LaidOut,
  type Line,
  mirrorBox,
  mirrorLine,
  mirrorPath,
  type Outline,
} from './drawing.ts';
import type { Emblem } from './emblem.ts';
import type { Fonts } from './fonts-fs.ts';
import type { Node, TextNode } from './node.ts';
import { type Matrix, type Path, parsePath } from './path.ts';
import { setLine, shapeAll } from './text-fit.ts';

/** Vector pictures that satori does not draw: they are placed into the boxes that it lays out. */
export interface Pictures {
  /** Outline of a Phosphor icon on its 256-unit square. */
  icon(name: string): Path;
  emblem: Emblem;
  flag: Emblem;
}

export interface PageFormat {
  trimMm: { width: number; height: number };
  bleedMm: number;
  /** Layout units a millimetre: satori writes boxes with one decimal of a unit. */
  unitsPerMm: number;
  /** Read from right to left: everything changes sides after it was placed. */
  mirrored?: boolean;
}

/**
 * Lays a page out once for all stations: satori places the boxes and measures the text, and every line is then set
 * with the font's own outlines, as a station's name is. The tree's origin is the trim's top left corner.
 */
export async function layOut(
  tree: Node,
  format: PageFormat,
  { fonts, pictures }: { fonts: Fonts; pictures: Pictures },
): Promise<LaidOut> {
  const { trimMm, bleedMm, unitsPerMm, mirrored = false } = format;
  const paints = new Paints();
  const nodes: Node[] = [];
  const placed: { node: Node; box: Box }[] = [];
  const scale = 1 / unitsPerMm;
  const toMm = (units: number) => units * scale - bleedMm;
  const page = element(
    { position: 'absolute', left: bleedMm, top: bleedMm, ...trimMm },
    unitsPerMm,
    {
      children: [toElement(tree, { unitsPerMm, paints, nodes, fonts })],
    },
  );
  const root = element({}, unitsPerMm, { children: [page] });
  const svg = await satori(root as Parameters<typeof satori>[0], {
    width: (trimMm.width + 2 * bleedMm) * unitsPerMm,
    height: (trimMm.height + 2 * bleedMm) * unitsPerMm,
    fonts: listFonts(tree, fonts),
    onNodeDetected: ({ left, top, width, height, props }: SatoriNode) => {
      const index = (props as { 'data-node'?: number })['data-node'];
      const node = index === undefined ? undefined : nodes[index];
      if (node === undefined) return;
      const box = { x: toMm(left), y: toMm(top), width: width * scale, height: height * scale };
      placed.push({ node, box });
    },
  });
  const outlines = readBoxes(svg, paints, [scale, 0, 0, scale, -bleedMm, -bleedMm]);
  const lines: Line[] = [];
  const slots = new Map<string, Box>();
  if (mirrored)
    for (const [at, outline] of outlines.entries())
      outlines[at] = { ...outline, path: mirrorPath(outline.path, trimMm.width) };
  for (const { node, box } of placed) {
    const own = mirrored ? mirrorBox(box, trimMm.width) : box;
    if (node.kind === 'slot') slots.set(node.slot, own);
    else if (node.kind === 'text') {
      const line = textLine(node, box, fonts);
      lines.push(mirrored ? mirrorLine(line, trimMm.width) : line);
    } else outlines.push(...picture(node, own, pictures));
  }
  const stepMm = scale / 10;
  return { shapes: [...outlines.map((outline) => snap(outline, stepMm)), ...lines], slots };
}

/** Rounds an outline to the step in which satori itself writes: a tenth of a layout unit. */
function snap(outline: Outline, stepMm: number): Outline {
  const { ops, xy } = outline.path;
  return {
    ...outline,
    path: { ops, xy: xy.map((value) => Math.round(value / stepMm) * stepMm) },
  };
}

/** Gives each pair of ink and part its own colour, which satori carries through to its SVG. */
class Paints {
  readonly #byKey = new Map<string, { colour: string; ink: InkName; part: string }>();

  colour(ink: InkName, part: string): string {
    const key = `${ink} ${part}`;
    const kept = this.#byKey.get(key);
    if (kept !== undefined) return kept.colour;
    const colour = `#${(this.#byKey.size + 1).toString(16).padStart(6, '0')}`;
    this.#byKey.set(key, { colour, ink, part });
    return colour;
  }

  read(colour: string): { ink: InkName; part: string } | undefined {
    return [...this.#byKey.values()].find((paint) => paint.colour === colour);
  }
}

/** Colour of text that satori only measures. */
const measured = '#FFFFFF';

interface Element {
  type: string;
  key: null;
  props: Record<string, unknown>;
}

function element(
  style: object,
  unitsPerMm: number,
  { children, index }: { children?: Element[] | string; index?: number } = {},
): Element {
  const scaled: Record<string, unknown> = { display: 'flex', boxSizing: 'border-box' };
  for (const [name, value] of Object.entries(style)) {
    const isLength = typeof value === 'number' && !plainNumbers.has(name);
    scaled[name] = isLength ? value * unitsPerMm : value;
  }
  return {
    type: 'div',
    key: null,
    props: {
      style: scaled,
      children,
      ...(index === undefined ? {} : { 'data-node': index }),
    },
  };
}

const plainNumbers = new Set(['flexGrow', 'flexShrink', 'lineHeight', 'fontWeight']);

function toElement(
  node: Node,
  context: { unitsPerMm: number; paints: Paints; nodes: Node[]; fonts: Fonts },
): Element {
  const { unitsPerMm, paints, nodes } = context;
  if (node.kind === 'box') {
    const { ground, part = 'ground', direction, style } = node;
    const fill = ground === undefined ? {} : { backgroundColor: paints.colour(ground, part) };
    return element({ flexDirection: direction, ...fill, ...style }, unitsPerMm, {
      children: node.children.map((child) => toElement(child, context)),
    });
  }
  nodes.push(node);
  const index = nodes.length - 1;
  if (node.kind !== 'text') return element({ flexShrink: 0, ...node.style }, unitsPerMm, { index });
  const type = {
    whiteSpace: 'nowrap',
    flexShrink: 0,
    lineHeight: defaultLineHeight,
    fontFamily,
    fontSize: node.sizeMm,
    fontWeight: node.weight,
    color: measured,
  };
  // satori knows no size of ours and does not join Urdu: the width is that of the line as it is set.
  if (hasOtherLetters(node.text)) {
    const own = { ...setSize(node, context.fonts), flexShrink: 0, ...node.style };
    return element(own, unitsPerMm, { index });
  }
  return element({ ...type, ...node.style }, unitsPerMm, { children: node.text, index });
}

function setSize({ text, weight, sizeMm, style }: TextNode, fonts: Fonts) {
  const face = fonts.typeface(weight);
  return {
    width: (shapeAll(face, text).advance * sizeMm) / face.unitsPerEm,
    height: (style.lineHeight ?? defaultLineHeight) * sizeMm,
  };
}

const defaultLineHeight = 1.2;
const fontFamily = scriptRow(usualScript).family;

/** Sets a text node's line where CSS puts it: the font's ascent and descent centred in the line height. */
function textLine(node: TextNode, box: Box, fonts: Fonts): Line {
  const face = fonts.typeface(node.weight);
  const unitMm = node.sizeMm / face.unitsPerEm;
  const lineMm = (node.style.lineHeight ?? defaultLineHeight) * node.sizeMm;
  const { paddingTop = 0, paddingLeft = 0 } = node.style;
  const baseline = box.y + paddingTop + (lineMm + (face.ascender + face.descender) * unitMm) / 2;
  const { ink, part } = node;
  return setLine(shapeAll(face, node.text), {
    x: box.x + paddingLeft,
    baseline,
    unitMm,
    ink,
    part,
  });
}

/** Reads the boxes of satori's flat SVG; its masks are used by nothing, its text is set by `textLine`. */
function readBoxes(svg: string, paints: Paints, map: Matrix): Outline[] {
  const outlines: Outline[] = [];
  const body = svg.replace(/<mask[\s\S]*?<\/mask>/g, '');
  for (const [, tag, attributes = ''] of body.matchAll(/<(rect|path)\b([^>]*)>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    const fill = attribute('fill') ?? '';
    if (fill.toUpperCase() === measured) continue;
    const paint = paints.read(fill);
    if (paint === undefined) {
      throw new Error(`Expected a fill that the template set, got "${fill}" on <${tag}>`);
    }
    const d =
      attribute('d') ??
      `M${attribute('x')} ${attribute('y')}h${attribute('width')}v${attribute('height')}h-${attribute('width')}z`;
    outlines.push({ kind: 'outline', ...paint, path: parsePath(d, map) });
  }
  return outlines;
}

function picture(node: Node, box: Box, pictures: Pictures): Outline[] {
  if (node.kind === 'icon') {
    const path = mapPath(pictures.icon(node.icon), box.width / 256, box.x, box.y);
    return [{ kind: 'outline', part: node.part, ink: node.ink, path }];
  }
  if (node.kind !== 'emblem') return [];
  const { width, height, shapes } = pictures[node.of];
  const scale = Math.min(box.width / width, box.height / height);
  const x = box.x + (box.width - width * scale) / 2;
  const y = box.y + (box.height - height * scale) / 2;
  return shapes.map(({ path, ink }) => ({
    kind: 'outline',
    part: node.part,
    ink: node.inKey === true ? keyOrPaper(ink) : ink,
    path: mapPath(path, scale, x, y),
  }));
}

/** Dark fields in key, light ones left out, for one-ink work. */
function keyOrPaper(ink: Ink): Ink {
  const [c, m, y, k] = inkCmyk(ink);
  return k >= 30 || c + m + y > 150 ? 'key' : 'paper';
}

function mapPath(path: Path, scale: number, x: number, y: number): Path {
  return {
    ops: path.ops,
    xy: path.xy.map((value, index) => value * scale + (index % 2 === 0 ? x : y)),
  };
}

/** The fonts that a tree's texts are measured by. */
function listFonts(tree: Node, fonts: Fonts): Font[] {
  const weights = new Set(listTexts(tree).map(({ weight }) => weight));
  return [...weights].map((weight) => ({
    name: fontFamily,
    data: fonts.bytes(weight),
    weight,
    style: 'normal',
  }));
}

function listTexts(node: Node): TextNode[] {
  if (node.kind === 'text') return [node];
  return node.kind === 'box' ? node.children.flatMap(listTexts) : [];
}
