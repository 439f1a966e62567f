import type { InkName } from '../ink/palette.ts';

/**
 * The templates' vocabulary. A template is a tree of boxes in millimetres; satori lays it out as flexbox.
 * Lengths (width, padding, fontSize, gap …) are millimetres.
 */
export interface Style {
  position?: 'absolute' | 'relative';
  left?: number;
  top?: number;
  right?: number;
  bottom?: number;
  width?: number;
  height?: number;
  flexGrow?: number;
  flexShrink?: number;
  flexWrap?: 'wrap' | 'nowrap';
  alignItems?: 'flex-start' | 'center' | 'flex-end' | 'stretch';
  alignSelf?: 'flex-start' | 'center' | 'flex-end' | 'stretch';
  justifyContent?: 'flex-start' | 'center' | 'flex-end' | 'space-between' | 'space-around';
  gap?: number;
  padding?: number;
  paddingLeft?: number;
  paddingRight?: number;
  paddingTop?: number;
  paddingBottom?: number;
  marginTop?: number;
  marginBottom?: number;
  marginLeft?: number;
  marginRight?: number;
  borderRadius?: number;
  borderTopLeftRadius?: number;
  borderTopRightRadius?: number;
  borderBottomLeftRadius?: number;
  borderBottomRightRadius?: number;
  lineHeight?: number;
}

export type Weight = 500 | 700 | 800;

/** One line; a paragraph is broken into lines first. */
export interface TextNode {
  kind: 'text';
  style: Style;
  text: string;
  sizeMm: number;
  weight: Weight;
  ink: InkName;
  part: string;
}

export type Node =
  | {
      kind: 'box';
      style: Style;
      direction: 'row' | 'column';
      ground?: InkName | undefined;
      part?: string | undefined;
      children: Node[];
    }
  | TextNode
  | { kind: 'icon'; style: Style; icon: string; ink: InkName; part: string }
  | {
      kind: 'emblem';
      style: Style;
      part: string;
      /** The file that is drawn. */
      of: 'emblem' | 'flag';
      /** Its fields in key and paper alone. */
      inKey?: boolean;
    }
  | { kind: 'slot'; style: Style; slot: string };

type BoxOptions = Style & { ground?: InkName; part?: string };

export function row(options: BoxOptions, children: Node[] = []): Node {
  return box('row', options, children);
}

export function column(options: BoxOptions, children: Node[] = []): Node {
  return box('column', options, children);
}

export type TextOptions = Style & { sizeMm: number; weight?: Weight; ink: InkName; part: string };

/** A line of text; `sizeMm` is the font size (em), not the height of a letter. */
export function text(content: string, options: TextOptions): Node {
  const { sizeMm, weight = 700, ink, part, ...style } = options;
  return { kind: 'text', text: content, sizeMm, weight, ink, part, style };
}

/** A Phosphor icon, drawn from its own path into a square of `sizeMm`. */
export function icon(
  name: string,
  options: Style & { sizeMm: number; ink: InkName; part: string },
): Node {
  const { sizeMm, ink, part, ...style } = options;
  return {
    kind: 'icon',
    icon: name,
    ink,
    part,
    style: { ...style, width: sizeMm, height: sizeMm },
  };
}

/** The emblem file, drawn from its own paths into the box. */
export function emblem(options: Style & { width: number; height: number; part: string }): Node {
  const { part, ...style } = options;
  return { kind: 'emblem', of: 'emblem', part, style };
}

/** The flag file, as the emblem. */
export function flag(options: Style & { width: number; height: number }): Node {
  return { kind: 'emblem', of: 'flag', part: 'flag', style: options };
}

/** A place that each station fills: its name, its QR code. */
export function slot(name: string, style: Style = {}): Node {
  return { kind: 'slot', slot: name, style };
}

function box(direction: 'row' | 'column', options: BoxOptions, children: Node[]): Node {
  const { ground, part, ...style } = options;
  return {
    kind: 'box',
    direction,
    style,
    children,
    ground,
    part,
  };
}
