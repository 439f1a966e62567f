import { countOrdinals, type Ordinals, ordinalAfter, rangesIn, serialAt } from './serials.ts';

/** Uses of new codes in an installation: an added station, a blast by SMS, a blast by call. */
export const codeUses = ['station', 'sms', 'ivr'] as const;
export type CodeUse = (typeof codeUses)[number];

/** Codes that an installation can give out. */
export interface CodeSupply {
  ranges: Record<CodeUse, readonly Ordinals[]>;
  /** All districts, and the state's own offices as one more. */
  offices: number;
}

/** One office's codes for one use. */
export interface CodeHolding {
  used: number;
  share: number;
}

/** State of the database's serials when one is to be reserved. */
export type SerialState = CodeHolding & {
  /** A serial that came back without having been printed or sent. */
  returned: number | null;
  /** How many were drawn, those that came back included. */
  drawn: number;
};

export type CodeRefusal = 'code-share-used' | 'codes-used-up';

/** Kept for the shares that HQ raises. */
const keptForRaises = 1 / 4;
/** From here on the office and HQ are told. */
const lowAt = 0.8;

export function codeSupply(blocks: readonly number[], districts: number): CodeSupply {
  const drawn = rangesIn('drawn', blocks);
  return {
    ranges: { station: rangesIn('grown', blocks), sms: drawn, ivr: drawn },
    offices: districts + 1,
  };
}

/** Number of codes that each office may use without HQ's approval: together never more than there are. */
export function usualShare({ ranges, offices }: CodeSupply, use: CodeUse): number {
  const all = countOrdinals(ranges[use]) * (1 - keptForRaises);
  return Math.floor(all / offices / usesBeside(ranges, use).length);
}

export function isLow({ used, share }: CodeHolding): boolean {
  return used >= share * lowAt;
}

/** Why an office may not have that many more; null when it may. */
export function whyNoCodes({ used, share }: CodeHolding, more: number): CodeRefusal | null {
  return used + more > share ? 'code-share-used' : null;
}

/** The serial for one more blast: one that came back, else the next that nobody had. */
export function reserveSerial(
  state: SerialState,
  ranges: readonly Ordinals[],
): { serial: number; isReturned: boolean } | { refusal: CodeRefusal } {
  const refusal = whyNoCodes(state, 1);
  if (refusal !== null) return { refusal };
  if (state.returned !== null) return { serial: state.returned, isReturned: true };
  const ordinal = ordinalAfter(ranges, state.drawn);
  if (ordinal === undefined) return { refusal: 'codes-used-up' };
  return { serial: serialAt(ordinal), isReturned: false };
}

/**
 * Between which bounds HQ may set an office's share: the usual one and what is used are the office's, and what all others
 * may use is theirs.
 * @param others every other holding of the uses that draw on the same serials
 */
export function shareLimits(
  supply: CodeSupply,
  use: CodeUse,
  { used, others }: { used: number; others: readonly CodeHolding[] },
): { least: number; most: number } {
  const promised = others.reduce((sum, each) => sum + Math.max(each.used, each.share), 0);
  const least = Math.max(usualShare(supply, use), used);
  return { least, most: Math.max(least, countOrdinals(supply.ranges[use]) - promised) };
}

/** Uses that draw on the same serials as this one, itself included. */
export function usesBeside(ranges: CodeSupply['ranges'], use: CodeUse): CodeUse[] {
  return codeUses.filter((each) => ranges[each] === ranges[use]);
}
