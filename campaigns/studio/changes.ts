import { type FieldPath, keyed } from './path.ts';

/** One field that is not as it was. `order`: rows were reordered, and `before` and `after` are their keys. */
export interface FieldChange {
  path: string[];
  kind: 'changed' | 'added' | 'removed' | 'order';
  before: unknown;
  after: unknown;
}

/** Fields that differ, down to single values; rows are compared with the row of the same id or number. */
export function changesBetween(
  before: unknown,
  after: unknown,
  path: FieldPath = [],
): FieldChange[] {
  if (same(before, after)) return [];
  if (before === undefined) return [{ path: [...path], kind: 'added', before: null, after }];
  if (after === undefined) return [{ path: [...path], kind: 'removed', before, after: null }];
  if (Array.isArray(before) && Array.isArray(after)) return changesOfRows(before, after, path);
  if (isRow(before) && isRow(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => changesBetween(before[name], after[name], [...path, name]));
  }
  return [{ path: [...path], kind: 'changed', before, after }];
}

function changesOfRows(
  before: readonly unknown[],
  after: readonly unknown[],
  path: FieldPath,
): FieldChange[] {
  const old = keyed(before);
  const now = keyed(after);
  if (old === undefined || now === undefined) {
    const places = Array.from(
      { length: Math.max(before.length, after.length) },
      (_, place) => place,
    );
    return places.flatMap((place) =>
      changesBetween(before[place], after[place], [...path, String(place)]),
    );
  }
  const keys = new Set([...old.keys(), ...now.keys()]);
  const changes = [...keys].flatMap((key) =>
    changesBetween(old.get(key), now.get(key), [...path, key]),
  );
  const stayed = [...old.keys()].filter((key) => now.has(key));
  const stands = [...now.keys()].filter((key) => old.has(key));
  if (!same(stayed, stands))
    changes.push({
      path: [...path],
      kind: 'order',
      before: [...old.keys()],
      after: [...now.keys()],
    });
  return changes;
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values of JSON say the same, whatever the order of their fields. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, place) => same(value, other[place]))
    );
  }
  if (!isRow(one) || !isRow(other)) return false;
  const names = Object.keys(one).filter((name) => one[name] !== undefined);
  const others = Object.keys(other).filter((name) => other[name] !== undefined);
  return names.length === others.length && names.every((name) => same(one[name], other[name]));
}
