import satori, { type Font, type SatoriNode } from 'satori';
import type { Ink, InkName } from '../ink/palette.ts';
import type { Box, LaidOut, Outline } from './drawing.ts';
import { type Fonts, fontFamily } from './fonts-fs.ts';
import type { Node, Style, Weight } from './node.ts';
import { type Matrix, type Path, parsePath } from './path.ts';

/** Vector pictures that satori does not draw: they are placed into the boxes that it lays out. */
export type Pictures = {
  /** Outline of a Phosphor icon on its 256-unit square. */
  icon(name: string): Path;
  emblem: { width: number; height: number; shapes: readonly { path: Path; ink: Ink }[] };
};

export type PageFormat = {
  trimMm: { width: number; height: number };
  bleedMm: number;
  /** Layout units a millimetre: satori writes outlines with one decimal of a unit. */
  unitsPerMm: number;
};

/** Lays a page out once for all stations. The tree's origin is the trim's top left corner. */
export async function layOut(
  tree: Node,
  format: PageFormat,
  { fonts, pictures }: { fonts: Fonts; pictures: Pictures },
): Promise<LaidOut> {
  const { trimMm, bleedMm, unitsPerMm } = format;
  const paints = new Paints();
  const placed: { node: Node; box: Box }[] = [];
  const nodes: Node[] = [];
  const scale = 1 / unitsPerMm;
  const toMm = (units: number) => units * scale - bleedMm;
  const weights = new Set<Weight>();
  collectWeights(tree, weights);
  const page = element(
    { position: 'absolute', left: bleedMm, top: bleedMm, ...trimMm },
    unitsPerMm,
    [toElement(tree, { unitsPerMm, paints, nodes })],
  );
  const svg = await satori(element({}, unitsPerMm, [page]) as Parameters<typeof satori>[0], {
    width: (trimMm.width + 2 * bleedMm) * unitsPerMm,
    height: (trimMm.height + 2 * bleedMm) * unitsPerMm,
    fonts: [...weights].map(
      (weight): Font => ({
        name: fontFamily,
        data: fonts.bytes(weight),
        weight,
        style: 'normal',
      }),
    ),
    onNodeDetected: ({ left, top, width, height, props }: SatoriNode) => {
      const index = (props as { 'data-node'?: number })['data-node'];
      const node = index === undefined ? undefined : nodes[index];
      if (node === undefined) return;
      placed.push({
        node,
        box: { x: toMm(left), y: toMm(top), width: width * scale, height: height * scale },
      });
    },
  });
  const shapes = readShapes(svg, paints, [scale, 0, 0, scale, -bleedMm, -bleedMm]);
  const slots = new Map<string, Box>();
  for (const { node, box } of placed) {
    if (node.kind === 'slot') slots.set(node.slot, box);
    else shapes.push(...picture(node, box, pictures));
  }
  const stepMm = scale / 10;
  return { shapes: shapes.map((shape) => snap(shape, stepMm)), slots };
}

/** Rounds an outline to the step in which satori itself writes: a tenth of a layout unit. */
function snap(shape: Outline, stepMm: number): Outline {
  const { ops, xy } = shape.path;
  return { ...shape, path: { ops, xy: xy.map((value) => Math.round(value / stepMm) * stepMm) } };
}

/** Gives each pair of ink and part a colour of its own, which satori carries through to its SVG. */
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

type Element = { type: string; key: null; props: Record<string, unknown> };

function element(style: object, unitsPerMm: number, children?: Element[] | string): Element {
  const scaled: Record<string, unknown> = { display: 'flex', boxSizing: 'border-box' };
  for (const [name, value] of Object.entries(style)) {
    const isLength = typeof value === 'number' && !plainNumbers.has(name);
    scaled[name] = isLength ? value * unitsPerMm : value;
  }
  return {
    type: 'div',
    key: null,
    props: { style: scaled, ...(children === undefined ? {} : { children }) },
  };
}

const plainNumbers = new Set(['flexGrow', 'flexShrink', 'lineHeight', 'fontWeight']);

function toElement(
  node: Node,
  context: { unitsPerMm: number; paints: Paints; nodes: Node[] },
): Element {
  const { unitsPerMm, paints, nodes } = context;
  switch (node.kind) {
    case 'text':
      return element(
        {
          whiteSpace: 'nowrap',
          lineHeight: 1.2,
          flexShrink: 0,
          ...node.style,
          fontFamily,
          fontSize: node.sizeMm,
          fontWeight: node.weight,
          color: paints.colour(node.ink, node.part),
        },
        unitsPerMm,
        node.text,
      );
    case 'box': {
      const ground =
        node.ground === undefined
          ? {}
          : { backgroundColor: paints.colour(node.ground, node.part ?? 'ground') };
      const children = node.children.map((child) => toElement(child, context));
      return element(
        { flexDirection: node.direction, ...ground, ...node.style },
        unitsPerMm,
        children,
      );
    }
    default: {
      nodes.push(node);
      const placed = element({ flexShrink: 0, ...(node.style as Style) }, unitsPerMm);
      placed.props['data-node'] = nodes.length - 1;
      return placed;
    }
  }
}

/** Reads satori's flat SVG: filled rectangles and paths; its masks are not used by anything. */
function readShapes(svg: string, paints: Paints, map: Matrix): Outline[] {
  const shapes: Outline[] = [];
  const body = svg.replace(/<mask[\s\S]*?<\/mask>/g, '');
  for (const [, tag, attributes] of body.matchAll(/<(rect|path)\b([^>]*)>/g)) {
    const attribute = (name: string) =>
      new RegExp(`\\b${name}="([^"]*)"`).exec(attributes ?? '')?.[1];
    const paint = paints.read(attribute('fill') ?? '');
    if (paint === undefined) {
      throw new Error(
        `Expected a fill that the template set, got "${attribute('fill')}" on <${tag}>`,
      );
    }
    const d = attribute('d');
    const source =
      d ??
      `M${attribute('x')} ${attribute('y')}h${attribute('width')}v${attribute('height')}h-${attribute('width')}z`;
    shapes.push({ kind: 'outline', ...paint, path: parsePath(source, map) });
  }
  return shapes;
}

function picture(node: Node, box: Box, pictures: Pictures): Outline[] {
  if (node.kind === 'icon') {
    const scale = box.width / 256;
    return [
      {
        kind: 'outline',
        part: node.part,
        ink: node.ink,
        path: mapPath(pictures.icon(node.icon), scale, box.x, box.y),
      },
    ];
  }
  if (node.kind !== 'emblem') return [];
  const { width, height, shapes } = pictures.emblem;
  const scale = Math.min(box.width / width, box.height / height);
  const x = box.x + (box.width - width * scale) / 2;
  const y = box.y + (box.height - height * scale) / 2;
  return shapes.map(({ path, ink }) => ({
    kind: 'outline',
    part: node.part,
    ink,
    path: mapPath(path, scale, x, y),
  }));
}

function mapPath(path: Path, scale: number, x: number, y: number): Path {
  return {
    ops: path.ops,
    xy: path.xy.map((value, index) => value * scale + (index % 2 === 0 ? x : y)),
  };
}

function collectWeights(node: Node, weights: Set<Weight>): void {
  if (node.kind === 'text') weights.add(node.weight);
  if (node.kind === 'box') for (const child of node.children) collectWeights(child, weights);
}
