import type { Bilingual } from '../../campaigns/bilingual.ts';

/** A text or picture that cannot be laid out, with what was expected and found for those who show it in their own words. */
export class LayoutError extends Error {
  readonly expected: Bilingual;
  readonly found: Bilingual;

  constructor(expected: Bilingual | string, found: Bilingual | string) {
    const both = (said: Bilingual | string) =>
      typeof said === 'string' ? { hi: said, en: said } : said;
    super(`Expected ${both(expected).en}, got ${both(found).en}`);
    this.name = 'LayoutError';
    this.expected = both(expected);
    this.found = both(found);
  }
}
