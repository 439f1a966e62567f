import { type FieldPath, findKey, valueAt } from '../../../../../campaigns/studio/path.ts';
import type { ChangeView } from '../../../../../messaging/contract/print/studio.ts';
import type { Content } from './use-draft.ts';

/** Finds the path and value that take a change back: the published value, or the list of rows before it. */
export function undoChange(
  { path, kind }: Pick<ChangeView, 'path' | 'kind'>,
  { content, published }: { content: Content; published: Content },
): { path: FieldPath; value: unknown } {
  const parent = path.slice(0, -1);
  const key = path.at(-1) ?? '';
  const own = valueAt(content, parent);
  const was = valueAt(published, parent);
  if (kind === 'order') {
    const before = (valueAt(published, path) ?? []) as unknown[];
    const now = (valueAt(content, path) ?? []) as unknown[];
    const findRow = (row: unknown) => valueAt(content, [...path, findKey(row) ?? '']);
    const stayed: unknown[] = before.map(findRow).filter((row) => row !== undefined);
    return { path, value: [...stayed, ...now.filter((row) => !stayed.includes(row))] };
  }
  if (Array.isArray(own) && Array.isArray(was)) {
    const row = valueAt(published, path);
    const present = valueAt(content, path);
    if (kind === 'added') return { path: parent, value: own.filter((each) => each !== present) };
    if (kind === 'removed') {
      const place = was.indexOf(row);
      return { path: parent, value: own.toSpliced(Math.min(place, own.length), 0, row) };
    }
  }
  return { path, value: valueAt(published, [...parent, key]) };
}
