import { daySeconds } from '../durations.ts';

/** The app's report of one install. Everything is from Play's install referrer except the number that the app drew. */
export interface InstallReport {
  /** 128 random bits that the app drew once, in hexadecimal; not an id of the device or of anybody */
  install: string;
  /** `utm_campaign` of the referrer */
  code: string;
  /** Seconds since 1970 by Google's clock; 0 where Google has none */
  click: number;
  begin: number;
  version: string;
}

/** How long after its signature a report is taken, and how far ahead a clock may be. */
export const signatureSeconds = 600;
/** How long Play keeps a referrer; anything older is false. */
export const referrerDays = 90;

/** The text that is signed: each part is of letters, digits and dots, so that nothing can be moved from one to the next. */
export function signedText(report: InstallReport, of: { key: string; time: number }): string {
  const { install, code, click, begin, version } = report;
  return ['v1', of.key, of.time, install, code, click, begin, version].join('\n');
}

/** Finds a time in the report that cannot be true; undefined when both can. */
export function impossibleTime(
  { click, begin }: Pick<InstallReport, 'click' | 'begin'>,
  nowSeconds: number,
): 'begin' | 'click' | undefined {
  if (begin > nowSeconds + signatureSeconds) return 'begin';
  if (begin < nowSeconds - referrerDays * daySeconds) return 'begin';
  // Google's clock has both: the click precedes the start of the install.
  return click > begin ? 'click' : undefined;
}
