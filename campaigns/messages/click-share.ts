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
