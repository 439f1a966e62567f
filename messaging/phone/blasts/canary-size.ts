/** First recipients that go alone, of a list of many. */
export const usualCanary = 200;
/** Fewer say nothing about the rest. */
const leastCanary = 5;
/** A list of fewer is a canary itself. */
const leastRecipients = 2 * leastCanary;

/** How many of a list go first, when the drafter does not say: a tenth, from 5 to 200; none of a very short one. */
export function canarySizeFor(recipients: number): number {
  if (recipients < leastRecipients) return 0;
  return Math.min(usualCanary, Math.max(leastCanary, Math.ceil(recipients / 10)));
}
