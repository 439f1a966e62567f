import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';

/**
 * A short text that is the same for the same figures, whatever the time at which they were put together and the
 * order of their fields: a service builds each answer, mostly with what the page shows already.
 */
export function figuresMark({ generatedAt: _, ...figures }: ProgressFile): string {
  return hash(JSON.stringify(sortFields(figures)));
}

function sortFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sortFields(field)]));
}

/** FNV-1a over 64 bits: no defence against anybody, and none is needed here. */
function hash(text: string): string {
  let state = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1) {
    state = BigInt.asUintN(64, (state ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return state.toString(36);
}
