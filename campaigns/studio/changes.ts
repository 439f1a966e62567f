import { type FieldPath, findKey, keyed } from './path.ts';

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

/**
 * Takes a draft over to what was published meanwhile: what the draft left as it was comes from there, and what it changed
 * stays. A field that both changed is the draft's, and is named.
 */
export function rebase<Content>(
  was: Content,
  draft: Content,
  now: Content,
): { content: Content; conflicts: string[][] } {
  const conflicts: string[][] = [];
  return { content: merge([was, draft, now], [], conflicts) as Content, conflicts };
}

function merge([was, draft, now]: unknown[], path: FieldPath, conflicts: string[][]): unknown {
  if (same(was, draft)) return now;
  if (same(was, now) || same(draft, now)) return draft;
  if (Array.isArray(draft) && Array.isArray(now) && Array.isArray(was)) {
    const rows = [was, draft, now].map(keyed);
    const [old, own, latest] = rows;
    if (old !== undefined && own !== undefined && latest !== undefined) {
      const order = same([...old.keys()], [...own.keys()]) ? now : draft;
      const keys = new Set([
        ...order.map((row) => findKey(row) as string),
        ...own.keys(),
        ...latest.keys(),
      ]);
      return [...keys].flatMap((key) => {
        const row = merge([old.get(key), own.get(key), latest.get(key)], [...path, key], conflicts);
        return row === undefined ? [] : [row];
      });
    }
  }
  if (isRow(draft) && isRow(now)) {
    const before = isRow(was) ? was : {};
    const names = new Set([...Object.keys(now), ...Object.keys(draft)]);
    const fields = [...names].flatMap((name) => {
      const value = merge([before[name], draft[name], now[name]], [...path, name], conflicts);
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(fields);
  }
  conflicts.push(changesBetween(draft, now, path)[0]?.path ?? [...path]);
  return draft;
}
