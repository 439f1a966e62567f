import { unasked } from './legal-hours.ts';
import type { MessageCategory } from './messages.ts';

/** A series of numbers from which calls of a kind come. */
interface CallerSeries {
  /** Ten digits, without the country's code. */
  form: RegExp;
  source: string;
}

/**
 * Series by what a call is for; calls from other numbers count as unsolicited. 1601 is that of banks, insurers and
 * brokers, which are no part of this.
 */
export const callerSeries = {
  service: {
    form: /^1600\d{6}$/,
    source:
      'DoT, office memorandum of 28.05.2024: 1600 for government and regulators (hindustantimes.com of 31.05.2024, livemint.com of 30.05.2024; read 29.11.2026)',
  },
  promotion: {
    form: /^140\d{7}$/,
    source:
      'DoT, press release of 30.05.2024: 140 stays for promotion (hindustantimes.com of 31.05.2024; read 29.11.2026)',
  },
} as const satisfies Record<string, CallerSeries>;

export type CallerFault = 'caller-foreign' | 'caller-not-1600' | 'caller-not-140';

/** Why calls of a category may not come from a number; null when they may. */
export function findCallerFault(number: string, category: MessageCategory): CallerFault | null {
  const national = toNational(number);
  if (national === null) return 'caller-foreign';
  if (unasked(category))
    return callerSeries.promotion.form.test(national) ? null : 'caller-not-140';
  return callerSeries.service.form.test(national) ? null : 'caller-not-1600';
}

/** The ten digits of an Indian number, however it is written; null for one of another country. */
function toNational(number: string): string | null {
  const bare = number.replace(/[\s()-]/g, '');
  return /^(?:\+91|0091|91(?=\d{10}$)|0)?([1-9]\d{9})$/.exec(bare)?.[1] ?? null;
}
