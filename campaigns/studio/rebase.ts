import { changesBetween, same } from './changes.ts';
import { type FieldPath, findKey, keyed } from './path.ts';

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

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
