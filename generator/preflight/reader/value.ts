/** Values of a PDF file (ISO 32000-1, 7.3). A keyword (`obj`, `true`, an operator) is a plain string. */
export interface Name {
  readonly kind: 'name';
  readonly name: string;
}
export interface Text {
  readonly kind: 'text';
  readonly bytes: Uint8Array;
}
export interface Reference {
  readonly kind: 'reference';
  readonly number: number;
}
export interface Dictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, Value>;
}
/** `raw` is as written in the file, before its filters. */
export interface Stream {
  readonly kind: 'stream';
  readonly dictionary: Dictionary;
  readonly raw: Uint8Array;
}
export type Value =
  | null
  | boolean
  | number
  | Name
  | Text
  | Reference
  | readonly Value[]
  | Dictionary
  | Stream;

export function isDictionary(value: Value | undefined): value is Dictionary {
  return findKind(value) === 'dictionary';
}

export function isStream(value: Value | undefined): value is Stream {
  return findKind(value) === 'stream';
}

export function isReference(value: Value | undefined): value is Reference {
  return findKind(value) === 'reference';
}

/** The name's letters without its slash; undefined when the value is not a name. */
export function readName(value: Value | undefined): string | undefined {
  return findKind(value) === 'name' ? (value as Name).name : undefined;
}

/** Text in Latin letters, or UTF-16 where it begins with FE FF. */
export function readText(value: Value | undefined): string | undefined {
  const raw = readBytes(value);
  if (raw === undefined) return undefined;
  const bytes = Buffer.from(raw);
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return new TextDecoder('utf-16be').decode(bytes.subarray(2));
}

/** The raw bytes of a string; a document id is bytes, whatever they would spell as text. */
export function readBytes(value: Value | undefined): Uint8Array | undefined {
  return findKind(value) === 'text' ? (value as Text).bytes : undefined;
}

function findKind(value: Value | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}
