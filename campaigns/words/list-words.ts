import type { Bilingual } from '../bilingual.ts';

/** Why a list of numbers or a delivery report cannot be read. */
export const listWords = {
  empty: {
    en: 'Expected rows in the file, got an empty file',
    hi: 'फ़ाइल में कोई पंक्ति नहीं है',
  },
  noNumber: {
    en: 'Expected a mobile number in the file, got none',
    hi: 'फ़ाइल में कोई मोबाइल नंबर नहीं मिला',
  },
  gzipCut: {
    en: 'Expected a whole gzip file, got one that ends early',
    hi: 'gzip फ़ाइल अधूरी है; दोबारा भेजें',
  },
  gzipDamaged: {
    en: 'Expected a whole gzip file, got a damaged one',
    hi: 'gzip फ़ाइल खराब है; दोबारा बनाकर भेजें',
  },
} as const satisfies Record<string, Bilingual>;

/** Columns that row 1 must have. */
export const columnWords = {
  number: {
    hi: 'पंक्ति 1 में मोबाइल (mobile) नाम का स्तंभ',
    en: 'a column named mobile (मोबाइल) in row 1',
  },
  series: {
    hi: 'पंक्ति 1 में शृंखला (series) या मोबाइल (mobile) नाम का स्तंभ',
    en: 'a column named series or mobile in row 1',
  },
  operator: {
    hi: 'पंक्ति 1 में सेवा प्रदाता (operator) नाम का स्तंभ',
    en: 'a column named operator in row 1',
  },
  recipient: {
    hi: 'पंक्ति 1 में मोबाइल (mobile) या संदेश आईडी (message id) नाम का स्तंभ',
    en: 'a column named mobile or message id in row 1',
  },
  status: { hi: 'पंक्ति 1 में स्थिति (status) नाम का स्तंभ', en: 'a column named status in row 1' },
  times: { hi: 'पंक्ति 1 में समय (time) नाम का स्तंभ', en: 'a column named time in row 1' },
} as const satisfies Record<string, Bilingual>;

export function workbookTooLarge(megabytes: number): Bilingual {
  return {
    en: `Expected a workbook of at most ${megabytes} MB, got a larger one; save it as csv`,
    hi: `XLSX फ़ाइल अधिकतम ${megabytes} MB की हो; बड़ी सूची को CSV में सहेजें`,
  };
}

export function gzipTooLarge(megabytes: number): Bilingual {
  return {
    en: `Expected a gzip file that unpacks to at most ${megabytes} MB, got one that goes on; send the list unpacked`,
    hi: `gzip फ़ाइल खुलने पर अधिकतम ${megabytes} MB की हो; सूची को बिना gzip किए भेजें`,
  };
}
