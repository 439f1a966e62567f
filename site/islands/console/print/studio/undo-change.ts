import { type FieldPath, findKey, valueAt } from '../../../../../campaigns/studio/path.ts';
import type { ChangeView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import type { Content } from './use-draft.ts';

/** Finds the path and value that take a change back: the published value, or the list of rows before it. */
export function undoChange(
  { path, kind }: Pick<ChangeView, 'path' | 'kind'>,
  { content, published }: { content: Content; published: Content },
): { path: FieldPath; value: unknown } {
  const parent = path.slice(0, -1);
  const key = path.at(-1) ?? '';
  const rows = valueAt(content, parent);
  const publishedRows = valueAt(published, parent);
  if (kind === 'order') {
    const before = (valueAt(published, path) ?? []) as unknown[];
    const now = (valueAt(content, path) ?? []) as unknown[];
    const findRow = (row: unknown) => valueAt(content, [...path, findKey(row) ?? '']);
    const stayed: unknown[] = before.map(findRow).filter((row) => row !== undefined);
    return { path, value: [...stayed, ...now.filter((row) => !stayed.includes(row))] };
  }
  if (Array.isArray(rows) && Array.isArray(publishedRows)) {
    const added = valueAt(content, path);
    if (kind === 'added') return { path: parent, value: rows.filter((row) => row !== added) };
    if (kind === 'removed') {
      const row = valueAt(published, path);
      const place = Math.min(publishedRows.indexOf(row), rows.length);
      return { path: parent, value: rows.toSpliced(place, 0, row) };
    }
  }
  return { path, value: valueAt(published, [...parent, key]) };
}
