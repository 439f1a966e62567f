import { createHash } from 'node:crypto';
import type { Matrix, Path } from '../../layout/path.ts';
import { type PdfDocument, streamData } from './document.ts';
import { concatenate, type Edges, edgesOf, grow, intersect, mapPath } from './geometry.ts';
import { Lexer, type Token } from './lexer.ts';
import { isStream, nameOf, type Stream, type Value } from './value.ts';

/** Process ink from 0 to 1: cyan, magenta, yellow, key. */
type Inks = readonly [c: number, m: number, y: number, k: number];

/** One painted path, in the order of painting. */
export type Mark = {
  /** Innermost marked-content tag, without its slash. */
  readonly part: string | null;
  readonly paint: 'fill' | 'stroke';
  /** null when no DeviceCMYK colour was set. */
  readonly inks: Inks | null;
  /** In millimetres from the trim's top left corner. */
  readonly path: Path;
  readonly edges: Edges;
};

/** An operator that a press file of outlines has no use for, or that a rule must look at. */
type Notable = {
  readonly operator: string;
  readonly part: string | null;
  readonly about: string;
};

export type Content = { readonly marks: readonly Mark[]; readonly notables: readonly Notable[] };

type State = {
  matrix: Matrix;
  fill: Inks | null;
  stroke: Inks | null;
  lineWidth: number;
  clip: Edges | undefined;
};

const deepestForm = 12;
const keptForms = 64;

/**
 * Reads page content with a graphics state into marks. A form that many files share, as the base of an artwork is,
 * is read once for each place where it stands.
 */
export function createContentReader(): (
  document: PdfDocument,
  source: { data: Uint8Array; resources: Value },
  toMm: Matrix,
) => Content {
  const forms = new Map<string, Content>();

  const run = (
    document: PdfDocument,
    source: { data: Uint8Array; resources: Value },
    begin: State,
    part: string | null,
    depth: number,
  ): Content => {
    const marks: Mark[] = [];
    const notables: Notable[] = [];
    const stack: State[] = [];
    const parts: (string | null)[] = [part];
    let state = { ...begin };
    let operands: Token[] = [];
    let pen = new Pen();
    let clipping = false;
    const lexer = new Lexer(source.data);
    const numbers = () => operands.filter((operand) => typeof operand === 'number');
    const tag = () => parts.at(-1) ?? null;
    const notable = (operator: string, about = '') =>
      notables.push({ operator, part: tag(), about });

    const paint = (kind: Mark['paint']) => {
      const path = mapPath(pen.path(), state.matrix);
      const bounds = edgesOf(path);
      if (bounds === undefined) return;
      const [a, b] = state.matrix;
      const whole =
        kind === 'stroke' ? grow(bounds, (state.lineWidth * Math.hypot(a, b)) / 2) : bounds;
      const edges = state.clip === undefined ? whole : intersect(whole, state.clip);
      if (edges === undefined) return;
      const inks = kind === 'fill' ? state.fill : state.stroke;
      marks.push({ part: tag(), paint: kind, inks, path, edges });
    };
    const endPath = () => {
      if (clipping) {
        const bounds = edgesOf(mapPath(pen.path(), state.matrix));
        const clip = bounds && (state.clip === undefined ? bounds : intersect(bounds, state.clip));
        state.clip = clip ?? { left: 0, top: 0, right: 0, bottom: 0 };
      }
      clipping = false;
      pen = new Pen();
    };

    const draw = (name: string) => {
      const object = document.entry(document.entry(source.resources, 'XObject'), name);
      const subtype = isStream(object) ? nameOf(document.entry(object, 'Subtype')) : undefined;
      if (!isStream(object) || subtype !== 'Form') {
        notable(
          'Do',
          subtype === undefined ? `/${name} that is not in the resources` : `/${subtype} /${name}`,
        );
        return;
      }
      if (depth >= deepestForm) {
        notable('Do', `forms nested deeper than ${deepestForm}`);
        return;
      }
      const content = form(document, object, state, tag(), depth);
      for (const mark of content.marks) marks.push(mark);
      for (const each of content.notables) notables.push(each);
    };

    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (typeof token !== 'string' || structural.has(token)) {
        operands.push(token);
        continue;
      }
      const [first, second] = operands;
      switch (token) {
        case 'm':
        case 'l':
        case 'c':
        case 'v':
        case 'y':
        case 'h':
        case 're':
          pen.move(token, operands as number[]);
          break;
        case 'f':
        case 'F':
        case 'f*':
          paint('fill');
          endPath();
          break;
        case 'S':
        case 's':
          paint('stroke');
          endPath();
          break;
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
          paint('fill');
          paint('stroke');
          endPath();
          break;
        case 'n':
          endPath();
          break;
        case 'W':
        case 'W*':
          clipping = true;
          break;
        case 'q':
          stack.push({ ...state });
          break;
        case 'Q':
          state = stack.pop() ?? state;
          break;
        case 'cm':
          state.matrix = concatenate(numbers() as unknown as Matrix, state.matrix);
          break;
        case 'w':
          state.lineWidth = Number(first);
          break;
        case 'k':
          state.fill = numbers() as unknown as Inks;
          break;
        case 'K':
          state.stroke = numbers() as unknown as Inks;
          break;
        case 'BMC':
        case 'BDC':
          parts.push(typeof first === 'object' && first.kind === 'name' ? first.name : null);
          break;
        case 'EMC':
          if (parts.length > 1) parts.pop();
          break;
        case 'Do':
          draw(typeof first === 'object' && first.kind === 'name' ? first.name : '');
          break;
        case 'gs':
        case 'Tf':
          notable(token, typeof first === 'object' && first.kind === 'name' ? first.name : '');
          break;
        case 'BI':
          notable(token, 'inline image');
          skipInlineImage(lexer, source.data);
          break;
        default:
          if (foreignColour.has(token)) {
            if (token === token.toLowerCase()) state.fill = null;
            else state.stroke = null;
          }
          if (!harmless.has(token))
            notable(token, second === undefined ? '' : operands.map(show).join(' '));
      }
      operands = [];
    }
    return { marks, notables };
  };

  const form = (
    document: PdfDocument,
    object: Stream,
    state: State,
    part: string | null,
    depth: number,
  ): Content => {
    const own = matrixOf(document, document.entry(object, 'Matrix'));
    const matrix = own === undefined ? state.matrix : concatenate(own, state.matrix);
    const box = numbersOf(document, document.entry(object, 'BBox'));
    const resources = document.entry(object, 'Resources');
    const begin = { ...state, matrix, clip: clipTo(box, matrix, state.clip) };
    const read = () =>
      run(document, { data: streamData(document, object), resources }, begin, part, depth + 1);
    // What a form draws depends on its own resources as well: only one without any is shared between files.
    if (document.entry(resources, 'XObject') !== null) return read();
    const hash = createHash('sha1').update(object.raw).digest('base64');
    const key = JSON.stringify([hash, begin, part]);
    const kept = forms.get(key) ?? read();
    // The oldest goes: what a station adds comes once, what all share stays.
    forms.delete(key);
    forms.set(key, kept);
    if (forms.size > keptForms)
      for (const [oldest] of forms.entries().take(1)) forms.delete(oldest);
    return kept;
  };

  return (document, source, toMm) =>
    run(
      document,
      source,
      { matrix: toMm, fill: null, stroke: null, lineWidth: 1, clip: undefined },
      null,
      0,
    );
}

/** Collects the path of the moment. */
class Pen {
  #ops = '';
  readonly #xy: number[] = [];

  move(operator: 'm' | 'l' | 'c' | 'v' | 'y' | 'h' | 're', v: readonly number[]): void {
    const at = (index: number) => v[index] as number;
    switch (operator) {
      case 'm':
      case 'l':
        this.#step(operator === 'm' ? 'M' : 'L', at(0), at(1));
        break;
      case 'c':
        this.#step('C', at(0), at(1), at(2), at(3), at(4), at(5));
        break;
      case 'v': {
        const [x = 0, y = 0] = this.#xy.slice(-2);
        this.#step('C', x, y, at(0), at(1), at(2), at(3));
        break;
      }
      case 'y':
        this.#step('C', at(0), at(1), at(2), at(3), at(2), at(3));
        break;
      case 'h':
        this.#ops += 'Z';
        break;
      case 're': {
        const [x, y, width, height] = [at(0), at(1), at(2), at(3)];
        this.#ops += 'MLLLZ';
        this.#xy.push(x, y, x + width, y, x + width, y + height, x, y + height);
      }
    }
  }

  path(): Path {
    return { ops: this.#ops, xy: this.#xy };
  }

  #step(op: string, ...values: number[]): void {
    this.#ops += op;
    for (const value of values) this.#xy.push(value);
  }
}

const structural = new Set(['[', ']', '<<', '>>', 'true', 'false', 'null']);
const foreignColour = new Set(['rg', 'RG', 'g', 'G', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN']);
/** Line styles, rendering hints and text state that paint nothing by themselves. */
const harmless = new Set(['J', 'j', 'M', 'd', 'i', 'ri', 'BT', 'ET', 'MP', 'DP', 'BX', 'EX']);

function clipTo(
  box: readonly number[] | undefined,
  matrix: Matrix,
  clip: Edges | undefined,
): Edges | undefined {
  if (box === undefined || box.length !== 4) return clip;
  const [left, top, right, bottom] = box as [number, number, number, number];
  const xy = [left, top, right, top, right, bottom, left, bottom];
  const edges = edgesOf(mapPath({ ops: 'MLLLZ', xy }, matrix)) as Edges;
  if (clip === undefined) return edges;
  return intersect(edges, clip) ?? { left: 0, top: 0, right: 0, bottom: 0 };
}

function matrixOf(document: PdfDocument, value: Value): Matrix | undefined {
  const numbers = numbersOf(document, value);
  return numbers?.length === 6 ? (numbers as unknown as Matrix) : undefined;
}

/** An array of numbers, references resolved; undefined when it is anything else. */
export function numbersOf(document: PdfDocument, value: Value): number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const numbers = (value as readonly Value[]).map((each) => document.resolve(each));
  return numbers.every((each) => typeof each === 'number') ? numbers : undefined;
}

function skipInlineImage(lexer: Lexer, data: Uint8Array): void {
  const end = Buffer.from(data.buffer, data.byteOffset, data.length).indexOf('EI', lexer.position);
  lexer.position = end === -1 ? data.length : end + 2;
}

function show(token: Token): string {
  if (typeof token !== 'object') return String(token);
  return token.kind === 'name' ? `/${token.name}` : '(…)';
}
