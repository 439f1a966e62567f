import type { Blast } from './blast.ts';

/** Any number, so that the lot of a trial is another than those of gateways and of the canary. */
const seed = 311;
/** Parts of a hundredth, so that shares come out right in short lists too. */
const parts = 100;

/**
 * SQL for the text that a number gets in a trial of this blast: `a`, `b`, or null for the rest. A hash of number and
 * blast: always the same, and another one in the next blast.
 */
export function writeLot({ id, trial }: Pick<Blast, 'id' | 'trial'>): string {
  if (trial === null) return 'NULL::text';
  const upto = trial.share * parts;
  const place = `(hashint8extended(msisdn, hashint8extended(${id}, ${seed})) & 2147483647) % ${100 * parts}`;
  return `CASE WHEN ${place} < ${upto} THEN 'a' WHEN ${place} < ${2 * upto} THEN 'b' END`;
}
