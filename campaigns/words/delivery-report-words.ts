import type { Bilingual } from '../bilingual.ts';

/** Expected content of the columns of an operator's delivery report, and of the report as a whole. */
export const deliveryReportWords = {
  day: { hi: 'दिनांक YYYY-MM-DD', en: 'a day YYYY-MM-DD' },
  district: { hi: 'जनपद का नाम', en: 'the name of a district' },
  channel: { hi: 'sms या ivr', en: 'sms or ivr' },
  sent: { hi: 'संख्या (अधिकतम 9 अंक)', en: 'a count of at most 9 digits' },
  delivered: { hi: '`sent` से अधिक न होने वाली संख्या', en: 'a count up to `sent`' },
  once: {
    hi: 'हर दिनांक, जनपद और माध्यम केवल एक बार',
    en: 'each day, district and channel once',
  },
  rows: { hi: 'स्तंभों के नाम के नीचे आँकड़ों की पंक्तियाँ', en: 'rows below the columns' },
} as const satisfies Record<string, Bilingual>;

export function columnsInRow1(names: string): Bilingual {
  return { hi: `पहली पंक्ति में स्तंभ “${names}”`, en: `the columns ${names} in row 1` };
}
