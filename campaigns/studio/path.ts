/**
 * Path of something in the campaign: names of fields, and for a row its id, its number or, where rows have neither, its
 * place. So that a path still says the same after rows were moved.
 */
export type FieldPath = readonly string[];

type Row = Record<string, unknown>;

/** Key of a row within its list; undefined where only its index identifies it. */
export function findKey(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const { id, number } = row as Row;
  if (typeof id === 'string') return id;
  return typeof number === 'string' ? number : undefined;
}

/** The rows of a list by their keys; undefined where they have none, or one twice. */
export function keyed(list: readonly unknown[]): Map<string, unknown> | undefined {
  const rows = new Map<string, unknown>();
  for (const row of list) {
    const key = findKey(row);
    if (key === undefined || rows.has(key)) return undefined;
    rows.set(key, row);
  }
  return rows;
}

function placeIn(list: readonly unknown[], step: string): number {
  const place = list.findIndex((row) => findKey(row) === step);
  return place < 0 && /^\d+$/.test(step) ? Number(step) : place;
}

/** Value at a path, or undefined. */
export function valueAt(content: unknown, path: FieldPath): unknown {
  let value = content;
  for (const step of path) {
    if (Array.isArray(value)) value = value[placeIn(value, step)];
    else if (typeof value === 'object' && value !== null) value = (value as Row)[step];
    else return undefined;
  }
  return value;
}

/** A copy with another value at a path; undefined takes it out. What leads there must be there already. */
export function withValue<Content>(content: Content, path: FieldPath, value: unknown): Content {
  const [step, ...rest] = path;
  if (step === undefined) return value as Content;
  if (Array.isArray(content)) {
    const place = placeIn(content, step);
    if (rest.length === 0 && value === undefined) return content.toSpliced(place, 1) as Content;
    if (place < 0 || place >= content.length) return content;
    return content.with(place, withValue(content[place], rest, value)) as Content;
  }
  if (typeof content !== 'object' || content === null) return content;
  const { [step]: before, ...others } = content as Row;
  if (rest.length === 0 && value === undefined) return others as Content;
  return { ...content, [step]: withValue(before, rest, value) };
}

/** The path of an issue of the schema, which counts rows. */
export function pathOfIssue(content: unknown, issue: readonly PropertyKey[]): FieldPath {
  let value = content;
  return issue.map((step) => {
    const own = value;
    value = typeof own === 'object' && own !== null ? (own as Row)[String(step)] : undefined;
    return Array.isArray(own) ? (findKey(value) ?? String(step)) : String(step);
  });
}
