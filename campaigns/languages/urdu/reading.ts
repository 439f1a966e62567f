import { same } from '../../studio/changes.ts';

/**
 * Words that were changed have not been read: the editor has to confirm again that a native reader has.
 * @param written words in Urdu as the schema has them, or not yet
 * @param before the words as they were, with what was said of them
 */
export function unread(written: unknown, before: unknown): unknown {
  if (!isFields(written) || !isFields(before)) return written;
  return same(pickWords(written), pickWords(before)) ? written : { ...written, confirmed: false };
}

function pickWords({ confirmed: _, ...words }: Record<string, unknown>): Record<string, unknown> {
  return words;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
