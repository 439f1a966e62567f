import { hash } from 'node:crypto';
import type { Matrix, Path } from '../../layout/path.ts';
import { type PdfDocument, streamData } from './document.ts';
import {
  concatenate,
  type Edges,
  grow,
  intersect,
  mapPath,
  measureEdges,
  type PathOperator,
  Pen,
} from './geometry.ts';
import { Lexer, type Token } from './lexer.ts';
import { isDictionary, isStream, readName, type Stream, type Value } from './value.ts';

/** Process ink from 0 to 1: cyan, magenta, yellow, key. */
type Inks = readonly [c: number, m: number, y: number, k: number];

/** One painted path, in the order of painting. */
export interface Mark {
  /** Innermost marked-content tag, without its slash. */
  readonly part: string | null;
  readonly paint: 'fill' | 'stroke';
  /** null when no DeviceCMYK colour was set. */
  readonly inks: Inks | null;
  /** In millimetres from the trim's top left corner. */
  readonly path: Path;
  /** Edges of the painted area: the path within its clip, and half the line's width around a stroke. */
  readonly edges: Edges;
}

/** An operator that a press file of outlines has no use for, or that a rule must look at. */
interface Notable {
  readonly operator: string;
  readonly part: string | null;
  readonly about: string;
}

export interface Content {
  readonly marks: readonly Mark[];
  readonly notables: readonly Notable[];
}

interface Source {
  readonly data: Uint8Array;
  readonly resources: Value;
}

interface State {
  matrix: Matrix;
  fill: Inks | null;
  stroke: Inks | null;
  lineWidth: number;
  clip: Edges | undefined;
}

/** Where a form is drawn from: the state and part at that place. */
interface Place {
  readonly state: State;
  readonly part: string | null;
  readonly depth: number;
}

type DrawForm = (form: Stream, place: Place) => Content;

const deepestForm = 12;

/** Digests of a form and of all forms below it, each once: what it shows depends on them. */
function digests(document: PdfDocument, form: Stream): string[] {
  const found = new Set<Stream>();
  const names: string[] = [];
  const waiting = [form];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (found.has(each)) continue;
    found.add(each);
    const drawn = document.entry(document.entry(each, 'Resources'), 'XObject');
    if (!isDictionary(drawn)) continue;
    for (const [name, value] of drawn.entries) {
      const below = document.resolve(value);
      if (!isStream(below)) continue;
      names.push(name);
      waiting.push(below);
    }
  }
  return [...names, ...Array.from(found, ({ raw }) => hash('sha1', raw, 'base64'))];
}

const keptForms = 64;

/**
 * Reads page content with a graphics state into marks. A form that many files share, as the base of an artwork is,
 * is read once for each place where it is used.
 */
export function createContentReader(): (
  document: PdfDocument,
  source: Source,
  toMm: Matrix,
) => Content {
  const kept = new Map<string, Content>();

  const drawForm = (
    document: PdfDocument,
    form: Stream,
    { state, part, depth }: Place,
  ): Content => {
    const own = readNumbers(document, document.entry(form, 'Matrix'));
    const matrix = own?.length === 6 ? concatenate(asMatrix(own), state.matrix) : state.matrix;
    const box = readNumbers(document, document.entry(form, 'BBox'));
    const place = {
      state: { ...state, matrix, clip: clipTo(box, matrix, state.clip) },
      part,
      depth: depth + 1,
    };
    const resources = document.entry(form, 'Resources');
    const read = () => readAt(document, { data: streamData(document, form), resources }, place);
    // Within a form that is kept, its own forms are.
    if (depth > 0) return read();
    const key = JSON.stringify([...digests(document, form), place]);
    const content = kept.get(key) ?? read();
    // The oldest goes: what a station adds comes once, what all share stays.
    kept.delete(key);
    kept.set(key, content);
    if (kept.size > keptForms) for (const oldest of kept.keys().take(1)) kept.delete(oldest);
    return content;
  };
  const readAt = (document: PdfDocument, source: Source, place: Place): Content =>
    new Run(document, source.resources, place, (form, at) => drawForm(document, form, at)).read(
      source.data,
    );

  return (document, source, matrix) => {
    const state = { matrix, fill: null, stroke: null, lineWidth: 1, clip: undefined };
    return readAt(document, source, { state, part: null, depth: 0 });
  };
}

/** Goes through one content stream. */
class Run {
  readonly #marks: Mark[] = [];
  readonly #notables: Notable[] = [];
  readonly #stack: State[] = [];
  readonly #parts: (string | null)[];
  #state: State;
  #pen = new Pen();
  #isClipping = false;
  readonly #document: PdfDocument;
  readonly #resources: Value;
  readonly #depth: number;
  readonly #drawForm: DrawForm;

  constructor(document: PdfDocument, resources: Value, place: Place, drawForm: DrawForm) {
    this.#document = document;
    this.#resources = resources;
    this.#state = { ...place.state };
    this.#parts = [place.part];
    this.#depth = place.depth;
    this.#drawForm = drawForm;
  }

  read(data: Uint8Array): Content {
    const lexer = new Lexer(data);
    let operands: Token[] = [];
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (typeof token !== 'string' || structural.has(token)) {
        operands.push(token);
        continue;
      }
      this.#operate(token, operands);
      if (token === 'BI') skipInlineImage(lexer, data);
      operands = [];
    }
    return { marks: this.#marks, notables: this.#notables };
  }

  #operate(operator: string, operands: readonly Token[]): void {
    if (pathOperators.has(operator)) {
      this.#pen.move(operator as PathOperator, operands as readonly number[]);
      return;
    }
    const painted = painting.get(operator);
    if (painted !== undefined) {
      for (const paint of painted) this.#paint(paint);
      this.#endPath();
      return;
    }
    const state = this.#state;
    switch (operator) {
      case 'W':
      case 'W*':
        this.#isClipping = true;
        break;
      case 'q':
        this.#stack.push({ ...state });
        break;
      case 'Q':
        this.#state = this.#stack.pop() ?? state;
        break;
      case 'cm':
        state.matrix = concatenate(asMatrix(operands), state.matrix);
        break;
      case 'w':
        state.lineWidth = Number(operands[0]);
        break;
      case 'k':
        state.fill = asInks(operands);
        break;
      case 'K':
        state.stroke = asInks(operands);
        break;
      case 'BMC':
      case 'BDC':
        this.#parts.push(nameIn(operands) ?? null);
        break;
      case 'EMC':
        if (this.#parts.length > 1) this.#parts.pop();
        break;
      case 'Do':
        this.#draw(nameIn(operands) ?? '');
        break;
      default:
        this.#other(operator, operands);
    }
  }

  /** Colours of other spaces, live text, images and graphics states are told to the rules. */
  #other(operator: string, operands: readonly Token[]): void {
    if (harmless.has(operator)) return;
    if (foreignColour.has(operator)) {
      if (operator === operator.toLowerCase()) this.#state.fill = null;
      else this.#state.stroke = null;
    }
    this.#tell(operator, operands.map(show).join(' '));
  }

  #paint(paint: Mark['paint']): void {
    const { matrix, lineWidth, clip, fill, stroke } = this.#state;
    const path = mapPath(this.#pen.path(), matrix);
    const bounds = measureEdges(path);
    if (bounds === undefined) return;
    const halfLine = (lineWidth * Math.hypot(matrix[0], matrix[1])) / 2;
    const whole = paint === 'stroke' ? grow(bounds, halfLine) : bounds;
    const edges = clip === undefined ? whole : intersect(whole, clip);
    if (edges === undefined) return;
    const inks = paint === 'fill' ? fill : stroke;
    this.#marks.push({ part: this.#part, paint, inks, path, edges });
  }

  #endPath(): void {
    if (this.#isClipping) {
      const bounds = measureEdges(mapPath(this.#pen.path(), this.#state.matrix)) ?? nowhere;
      this.#state.clip = cut(bounds, this.#state.clip);
    }
    this.#isClipping = false;
    this.#pen = new Pen();
  }

  #draw(name: string): void {
    const object = this.#document.entry(this.#document.entry(this.#resources, 'XObject'), name);
    const subtype = readName(this.#document.entry(object, 'Subtype'));
    if (!isStream(object) || subtype !== 'Form') {
      this.#tell('Do', `${subtype === undefined ? 'nothing of the name' : `/${subtype}`} /${name}`);
    } else if (this.#depth >= deepestForm) {
      this.#tell('Do', `forms nested deeper than ${deepestForm}`);
    } else {
      const place = { state: this.#state, part: this.#part, depth: this.#depth };
      const { marks, notables } = this.#drawForm(object, place);
      for (const mark of marks) this.#marks.push(mark);
      this.#notables.push(...notables);
    }
  }

  #tell(operator: string, about: string): void {
    this.#notables.push({ operator, part: this.#part, about });
  }

  get #part(): string | null {
    return this.#parts.at(-1) ?? null;
  }
}

const structural = new Set(['[', ']', '<<', '>>', 'true', 'false', 'null']);
const pathOperators = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const painting = new Map<string, readonly Mark['paint'][]>([
  ...['f', 'F', 'f*'].map((operator) => [operator, ['fill']] as const),
  ...['S', 's'].map((operator) => [operator, ['stroke']] as const),
  ...['B', 'B*', 'b', 'b*'].map((operator) => [operator, ['fill', 'stroke']] as const),
  ['n', []],
]);
const foreignColour = new Set(['rg', 'RG', 'g', 'G', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN']);
/** Line styles, rendering hints and text brackets that paint nothing by themselves. */
const harmless = new Set(['J', 'j', 'M', 'd', 'i', 'ri', 'BT', 'ET', 'MP', 'DP', 'BX', 'EX']);

const nowhere: Edges = { left: 0, top: 0, right: 0, bottom: 0 };

function cut(box: Edges, clip: Edges | undefined): Edges {
  return clip === undefined ? box : (intersect(box, clip) ?? nowhere);
}

function clipTo(
  box: readonly number[] | undefined,
  matrix: Matrix,
  clip: Edges | undefined,
): Edges | undefined {
  if (box?.length !== 4) return clip;
  const [left, top, right, bottom] = box as [number, number, number, number];
  const xy = [left, top, right, top, right, bottom, left, bottom];
  return cut(measureEdges(mapPath({ ops: 'MLLLZ', xy }, matrix)) ?? nowhere, clip);
}

/** An array of numbers, references resolved; undefined when it is anything else. */
export function readNumbers(document: PdfDocument, value: Value): number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const numbers = (value as readonly Value[]).map((each) => document.resolve(each));
  return numbers.every((each) => typeof each === 'number') ? numbers : undefined;
}

function asMatrix([a, b, c, d, e, f]: readonly Token[]): Matrix {
  return [Number(a), Number(b), Number(c), Number(d), Number(e), Number(f)];
}

function asInks([c, m, y, k]: readonly Token[]): Inks {
  return [Number(c), Number(m), Number(y), Number(k)];
}

function nameIn([first]: readonly Token[]): string | undefined {
  return typeof first === 'object' && first.kind === 'name' ? first.name : undefined;
}

function skipInlineImage(lexer: Lexer, data: Uint8Array): void {
  const end = Buffer.from(data.buffer, data.byteOffset, data.length).indexOf('EI', lexer.position);
  lexer.position = end === -1 ? data.length : end + 2;
}

function show(token: Token): string {
  if (typeof token !== 'object') return String(token);
  return token.kind === 'name' ? `/${token.name}` : '(…)';
}
