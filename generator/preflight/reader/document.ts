import { inflateSync } from 'node:zlib';
import { Lexer, type Token } from './lexer.ts';
import {
  type Dictionary,
  isDictionary,
  isReference,
  isStream,
  readName,
  type Stream,
  type Value,
} from './value.ts';

/** A PDF file with a classic cross-reference table, as the generator writes it. */
export interface PdfDocument {
  /** From the header: 1.6 */
  readonly version: string;
  readonly trailer: Dictionary;
  /** Numbers of all objects that the table lists. */
  readonly numbers: readonly number[];
  resolve(value: Value | undefined): Value;
  /** The entry of a dictionary (or of a stream's), resolved; null where there is none. */
  entry(of: Value | undefined, key: string): Value;
}

/** @throws saying at which byte the file is not what a PDF is */
export function openPdf(bytes: Uint8Array): PdfDocument {
  const head = latin(bytes, 0, 16);
  const version = /^%PDF-(\d\.\d)/.exec(head)?.[1];
  if (version === undefined) throw new Error(`Expected %PDF- at byte 0, got "${head.slice(0, 8)}"`);
  const { offsets, trailer } = readTables(bytes);
  const kept = new Map<number, Value>();

  const object = (number: number): Value => {
    const known = kept.get(number);
    if (known !== undefined) return known;
    const offset = offsets.get(number);
    if (offset === undefined) return null;
    // A stream's length may itself be a reference; a file that refers to itself ends here.
    kept.set(number, null);
    const value = readObject(bytes, offset, number, resolve);
    kept.set(number, value);
    return value;
  };
  const resolve = (value: Value | undefined): Value => {
    if (value === undefined) return null;
    return isReference(value) ? object(value.number) : value;
  };
  return {
    version,
    trailer,
    numbers: [...offsets.keys()],
    resolve,
    entry(of, key) {
      const value = resolve(of);
      if (isStream(value)) return resolve(value.dictionary.entries.get(key));
      return isDictionary(value) ? resolve(value.entries.get(key)) : null;
    },
  };
}

/**
 * A stream's data after its filter: none or FlateDecode without predictor.
 * @throws naming any other filter
 */
export function streamData(document: PdfDocument, stream: Stream): Uint8Array {
  const filter = document.entry(stream, 'Filter');
  const filters = Array.isArray(filter) ? filter.map((each) => document.resolve(each)) : [filter];
  let data = stream.raw;
  for (const each of filters) {
    if (each === null) continue;
    const name = readName(each);
    if (name !== 'FlateDecode' || document.entry(stream, 'DecodeParms') !== null) {
      throw new Error(
        `Expected FlateDecode without predictor, got the filter ${name ?? 'unnamed'}`,
      );
    }
    data = inflateSync(data);
  }
  return data;
}

/** The newest table first; earlier ones, by /Prev, give what it does not list. */
function readTables(bytes: Uint8Array): { offsets: Map<number, number>; trailer: Dictionary } {
  const end = latin(bytes, Math.max(0, bytes.length - 1024), bytes.length);
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1];
  if (start === undefined)
    throw new Error('Expected "startxref", an offset and "%%EOF" at the end, got none');
  const offsets = new Map<number, number>();
  const free = new Set<number>();
  const seen = new Set<number>();
  let newest: Dictionary | undefined;
  let at: number | undefined = Number(start);
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const trailer = readTable(bytes, at, offsets, free);
    newest ??= trailer;
    const previous: Value | undefined = trailer.entries.get('Prev');
    at = typeof previous === 'number' ? previous : undefined;
  }
  return { offsets, trailer: newest as Dictionary };
}

function readTable(
  bytes: Uint8Array,
  at: number,
  offsets: Map<number, number>,
  free: Set<number>,
): Dictionary {
  const lexer = new Lexer(bytes, at);
  const word = lexer.next();
  if (word !== 'xref')
    throw new Error(`Expected a cross-reference table at byte ${at}, got "${show(word)}"`);
  for (;;) {
    const first = lexer.next();
    if (first === 'trailer') break;
    const count = lexer.next();
    if (typeof first !== 'number' || typeof count !== 'number')
      throw new Error(`Expected a cross-reference section or trailer, got "${show(first)}"`);
    for (let index = 0; index < count; index += 1) {
      const [offset, , state] = [lexer.next(), lexer.next(), lexer.next()];
      const number = first + index;
      if (state !== 'n') free.add(number);
      else if (typeof offset === 'number' && !offsets.has(number) && !free.has(number))
        offsets.set(number, offset);
    }
  }
  const trailer = readValue(lexer);
  if (!isDictionary(trailer)) throw new Error('Expected a trailer dictionary, got none');
  return trailer;
}

function readObject(
  bytes: Uint8Array,
  offset: number,
  number: number,
  resolve: (value: Value | undefined) => Value,
): Value {
  const lexer = new Lexer(bytes, offset);
  const [found, , word] = [lexer.next(), lexer.next(), lexer.next()];
  if (found !== number || word !== 'obj') {
    throw new Error(
      `Expected "${number} 0 obj" at byte ${offset}, got "${show(found)} … ${show(word)}"`,
    );
  }
  const value = readValue(lexer);
  if (!isDictionary(value)) return value;
  const after = lexer.next();
  if (after !== 'stream') return value;
  const length = resolve(value.entries.get('Length'));
  if (typeof length !== 'number')
    throw new Error(`Expected a /Length for the stream of object ${number}, got none`);
  let start = lexer.position;
  if (bytes[start] === 0x0d) start += 1;
  if (bytes[start] === 0x0a) start += 1;
  const ending = new Lexer(bytes, start + length).next();
  if (ending !== 'endstream')
    throw new Error(
      `Expected "endstream" ${length} bytes into object ${number}, got "${show(ending)}"`,
    );
  return { kind: 'stream', dictionary: value, raw: bytes.subarray(start, start + length) };
}

/** Reads one value; two numbers and R are a reference. */
function readValue(lexer: Lexer, first?: Token): Value {
  const token = first ?? lexer.next();
  if (token === undefined) throw new Error('Expected a value, got the end of the file');
  if (typeof token === 'number') return numberOrReference(lexer, token);
  if (typeof token !== 'string') return token;
  switch (token) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    case '[': {
      const values: Value[] = [];
      for (let next = lexer.next(); next !== ']'; next = lexer.next())
        values.push(readValue(lexer, expectToken(next)));
      return values;
    }
    case '<<': {
      const entries = new Map<string, Value>();
      for (let next = lexer.next(); next !== '>>'; next = lexer.next()) {
        const key = expectToken(next);
        if (typeof key !== 'object' || key.kind !== 'name')
          throw new Error(`Expected a key of a dictionary, got "${show(key)}"`);
        entries.set(key.name, readValue(lexer));
      }
      return { kind: 'dictionary', entries };
    }
    default:
      throw new Error(`Expected a value at byte ${lexer.position}, got "${token}"`);
  }
}

function numberOrReference(lexer: Lexer, number: number): Value {
  if (!Number.isInteger(number) || number < 0) return number;
  const back = lexer.position;
  const generation = lexer.next();
  if (typeof generation === 'number' && lexer.next() === 'R') return { kind: 'reference', number };
  lexer.position = back;
  return number;
}

function expectToken(token: Token | undefined): Token {
  if (token === undefined) throw new Error('Expected the end of a value, got the end of the file');
  return token;
}

function show(token: Token | undefined): string {
  if (typeof token === 'object') return token.kind === 'name' ? `/${token.name}` : '(…)';
  return token === undefined ? 'the end' : String(token);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}

/** Every dictionary of the file, those inside others and those of streams included, and the trailer's. */
export function* allDictionaries(document: PdfDocument): Generator<Dictionary> {
  yield* within(document.trailer);
  for (const number of document.numbers) {
    yield* within(document.resolve({ kind: 'reference', number }));
  }
}

function* within(value: Value): Generator<Dictionary> {
  if (Array.isArray(value)) for (const each of value as readonly Value[]) yield* within(each);
  if (isStream(value)) yield* within(value.dictionary);
  if (!isDictionary(value)) return;
  yield value;
  for (const each of value.entries.values()) yield* within(each);
}
