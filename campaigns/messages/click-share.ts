/** A share with the ends of its 95 % interval. */
export interface ShareInterval {
  share: number;
  low: number;
  high: number;
}

/** Quantile of the normal distribution for 95 %. */
const z = 1.96;

/**
 * Share of those who opened a link among those who got it, by Wilson's score interval (Wilson, JASA 22 (1927) 209), which
 * holds for few as well. Who passed a link on may bring more people than got it: then all of them.
 * @returns null where nobody got it
 */
export function clickShare(people: number, sent: number): ShareInterval | null {
  if (sent === 0) return null;
  const share = Math.min(1, people / sent);
  const spread = z * Math.sqrt((share * (1 - share)) / sent + z ** 2 / (4 * sent ** 2));
  const middle = share + z ** 2 / (2 * sent);
  const whole = 1 + z ** 2 / sent;
  return {
    share,
    low: Math.max(0, (middle - spread) / whole),
    high: Math.min(1, (middle + spread) / whole),
  };
}

/** Ends of an interval in percent, such as 1.2–3.4 %. */
export function formatInterval({ low, high }: Pick<ShareInterval, 'low' | 'high'>): string {
  const percent = (part: number) => (100 * part).toFixed(1);
  return `${percent(low)}–${percent(high)} %`;
}

/** Difference of two shares, the second less the first, with the ends of its 95 % interval. */
export interface ShareDifference {
  difference: number;
  low: number;
  high: number;
}

/** By Newcombe's method of the two score intervals (Statistics in Medicine 17 (1998) 873, method 10). */
export function shareDifference(first: ShareInterval, second: ShareInterval): ShareDifference {
  const difference = second.share - first.share;
  return {
    difference,
    low: difference - Math.hypot(second.share - second.low, first.high - first.share),
    high: difference + Math.hypot(second.high - second.share, first.share - first.low),
  };
}

/** Quantile of the normal distribution for 80 %. */
const power = 0.8416;

/**
 * How many each of two texts has to go to, so that a difference shows in 8 of 10 trials, at 95 % (Fleiss, Statistical
 * Methods for Rates and Proportions, 2nd edition, 3.2, without the correction for continuity).
 * @param share of those who open a link as it is
 */
export function sizeOfTrial(share: number, difference: number): number {
  const other = Math.min(1, share + difference);
  const middle = (share + other) / 2;
  const spread =
    z * Math.sqrt(2 * middle * (1 - middle)) +
    power * Math.sqrt(share * (1 - share) + other * (1 - other));
  return Math.ceil((spread / (other - share)) ** 2);
}
