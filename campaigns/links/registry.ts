import type { Channel } from '../channel.ts';
import { isWithin, listBlocks, type Ordinals, rangesIn, serialAt, toOrdinal } from './serials.ts';
import {
  alphabet,
  codeLength,
  encodeCode,
  normalizeCode,
  onlySymbols,
  type ParsedCode,
  parseCode,
  readSymbols,
} from './short-code.ts';

/** Whom a serial belongs to. */
export type Owner =
  | { scope: 'state' }
  | { scope: 'district'; district: string }
  | { scope: 'station'; district: string; station: string }
  /** A platform or newspaper that reaches the whole state. */
  | { scope: 'outlet'; id: string }
  /** One vehicle, of a list that earlier versions took: its code stays valid; no new ones are given. */
  | { scope: 'vehicle'; district: string; id: string }
  | { scope: 'blast'; id: string };

/** One line of a registry file: a serial is assigned once and never again. */
export interface Assignment {
  serial: number;
  owner: Owner;
}

export interface OwnedCode {
  code: string;
  channel: Channel;
  owner: Owner;
}

export interface Registry {
  /** All lines, the committed ones first. */
  assignments: readonly Assignment[];
  has(owner: Owner): boolean;
  /** @throws when the owner has no serial */
  codeFor(owner: Owner, channel: Channel): string;
  /** Owner of a code as typed; undefined when it is not valid or not registered. */
  ownerOf(code: string): OwnedCode | undefined;
  /** Registered codes that are one edit away: symbols swapped, one wrong, one missing or one too many. */
  nearest(code: string): OwnedCode[];
}

/**
 * Joins the project's assignments with those made on an installation. Where an owner is in both, the
 * installation's own serial goes on print, because it may be on a wall already; both lead to the owner.
 */
export function buildRegistry(
  committed: readonly Assignment[],
  grown: readonly Assignment[] = [],
): Registry {
  const assignments = [...committed, ...grown];
  const bySerial = new Map<number, Owner>();
  for (const { serial, owner } of assignments) {
    if (bySerial.has(serial)) throw new Error(`Expected serial ${serial} once, got it twice`);
    bySerial.set(serial, owner);
  }
  const serials = new Map(assignments.map(({ serial, owner }) => [ownerKey(owner), serial]));

  function ownerOf(parsed: ParsedCode): OwnedCode | undefined {
    if (parsed.kind !== 'valid') return undefined;
    const owner = bySerial.get(parsed.serial);
    return owner && { code: parsed.code, channel: parsed.channel, owner };
  }

  return {
    assignments,
    has: (owner) => serials.has(ownerKey(owner)),
    codeFor(owner, channel) {
      const serial = serials.get(ownerKey(owner));
      if (serial === undefined) {
        throw new Error(`Expected an owner with a serial for \`owner\`, got ${ownerKey(owner)}`);
      }
      return encodeCode({ serial, channel });
    },
    ownerOf: (code) => ownerOf(parseCode(code)),
    nearest(code) {
      return edits(normalizeCode(code))
        .map((symbols) => ownerOf(readSymbols(symbols)))
        .filter((found) => found !== undefined);
    },
  };
}

/** A text that is the same for the same owner only. */
export function ownerKey(owner: Owner): string {
  if (owner.scope === 'state') return 'state';
  if (owner.scope === 'district') return `district ${owner.district}`;
  if (owner.scope === 'station') return `station ${owner.district}/${owner.station}`;
  if (owner.scope === 'vehicle') return `vehicle ${owner.district}/${owner.id}`;
  return `${owner.scope} ${owner.id}`;
}

/**
 * Lines to be appended for owners that have none yet, in the order given. The ranges are used up one after the other.
 * @throws NoSerialLeft
 */
export function assignSerials(
  existing: readonly Assignment[],
  owners: readonly Owner[],
  ranges: readonly Ordinals[],
): Assignment[] {
  const known = new Set(existing.map(({ owner }) => ownerKey(owner)));
  const ordinals = existing.map(({ serial }) => toOrdinal(serial));
  const nexts = ranges.map((range) => ({
    next: ordinals.reduce(
      (next, ordinal) => (isWithin([range], ordinal) ? Math.max(next, ordinal + 1) : next),
      range.first,
    ),
    last: range.last,
  }));
  const added: Assignment[] = [];
  for (const owner of owners) {
    if (known.has(ownerKey(owner))) continue;
    const range = nexts.find(({ next, last }) => next <= last);
    if (range === undefined) throw new NoSerialLeft(ownerKey(owner));
    known.add(ownerKey(owner));
    added.push({ serial: serialAt(range.next), owner });
    range.next += 1;
  }
  return added;
}

export class NoSerialLeft extends Error {
  constructor(owner: string) {
    super(`Expected a free serial for ${owner}, got the end of the campaign's blocks`);
  }
}

/** The campaign's blocks, by its committed serials; the first campaign's where it has none yet. */
export function campaignBlocks(assignments: readonly Assignment[]): readonly number[] {
  const committed = rangesIn('committed', [0]);
  const own = assignments
    .map(({ serial }) => toOrdinal(serial))
    .find((ordinal) => isWithin(committed, ordinal));
  return listBlocks(own ?? 1);
}

/** The code on a station's board; null while the station has none. */
export function findBoardCode(
  registry: Pick<Registry, 'has' | 'codeFor'>,
  place: { district: string; station: string },
): string | null {
  const owner = { scope: 'station', ...place } as const;
  return registry.has(owner) ? registry.codeFor(owner, 'board') : null;
}

/** Every text of six symbols that one slip could have turned into the typed one; likelier slips first. */
function edits(typed: string): string[] {
  if (!onlySymbols(typed)) return [];
  const found = new Set<string>();
  const places = [...typed].keys();
  if (typed.length === codeLength) {
    for (const at of places) {
      const swapped =
        typed.slice(0, at) +
        typed
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join('');
      found.add(swapped + typed.slice(at + 2));
    }
    for (let at = 0; at < codeLength; at += 1) {
      for (const symbol of alphabet) found.add(typed.slice(0, at) + symbol + typed.slice(at + 1));
    }
  } else if (typed.length === codeLength - 1) {
    for (let at = 0; at <= typed.length; at += 1) {
      for (const symbol of alphabet) found.add(typed.slice(0, at) + symbol + typed.slice(at));
    }
  } else if (typed.length === codeLength + 1) {
    for (const at of places) found.add(typed.slice(0, at) + typed.slice(at + 1));
  }
  found.delete(typed);
  return [...found];
}
