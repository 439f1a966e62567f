import { EmulatedFault } from './emulator-fault.ts';

const defaultPageSize = 50;
const largestPageSize = 1000;

export interface PageEnvelope<Entry> {
  entries: Entry[];
  envelope: Record<string, unknown>;
}

/**
 * One page of a list that is newest first. A page's token names the entry that it goes on from, so that what arrives
 * meanwhile neither repeats nor hides an entry.
 * @throws EmulatedFault for a page that is too large or a token of no entry
 */
export function cutPage<Entry extends { sid: string }>(
  all: readonly Entry[],
  path: string,
  query: URLSearchParams,
): PageEnvelope<Entry> {
  const size = Number(query.get('PageSize') ?? defaultPageSize);
  if (size > largestPageSize) throw new EmulatedFault(400, 20007);
  const page = Number(query.get('Page') ?? 0);
  const from = findStart(all, query.get('PageToken'), size);
  const entries = all.slice(from, from + size);
  const writeUri = (number: number, token: string | null) => {
    const fields = new URLSearchParams(query);
    fields.delete('PageToken');
    fields.set('PageSize', String(size));
    fields.set('Page', String(number));
    if (token !== null) fields.set('PageToken', token);
    return `${path}?${fields}`;
  };
  const first = entries[0];
  const last = entries.at(-1);
  const start = page * size;
  return {
    entries,
    envelope: {
      first_page_uri: writeUri(0, null),
      previous_page_uri:
        from > 0 && first !== undefined ? writeUri(Math.max(0, page - 1), `PB${first.sid}`) : null,
      next_page_uri:
        from + size < all.length && last !== undefined ? writeUri(page + 1, `PA${last.sid}`) : null,
      uri: writeUri(page, query.get('PageToken')),
      page,
      page_size: size,
      start,
      end: start + Math.max(0, entries.length - 1),
    },
  };
}

/** `PA` goes on after an entry, `PB` ends before it. */
function findStart(all: readonly { sid: string }[], token: string | null, size: number): number {
  if (token === null) return 0;
  const place = all.findIndex(({ sid }) => sid === token.slice(2));
  if (place < 0 || !/^P[AB]/.test(token)) throw new EmulatedFault(400, 21481);
  return token.startsWith('PA') ? place + 1 : Math.max(0, place - size);
}

/**
 * Whether a time passes `Name`, `Name<` and `Name>` of a query: a day or a moment in GMT, both ends included. What has
 * no time yet passes only where none is asked for.
 */
export function passesDates(query: URLSearchParams, name: string, timeMs: number | null): boolean {
  const day = query.get(name);
  const before = query.get(`${name}<`);
  const after = query.get(`${name}>`);
  if (day === null && before === null && after === null) return true;
  if (timeMs === null) return false;
  // The API's times are whole seconds.
  const seconds = Math.floor(timeMs / 1000) * 1000;
  const written = new Date(seconds).toISOString();
  const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value);
  if (day !== null && written.slice(0, 10) !== day.slice(0, 10)) return false;
  if (before !== null) {
    if (isDay(before) ? written.slice(0, 10) > before : seconds > Date.parse(before)) return false;
  }
  return after === null || seconds >= Date.parse(after);
}
