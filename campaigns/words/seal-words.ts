import type { Bilingual } from '../bilingual.ts';
import { formatCount } from '../numbers.ts';

const rupees = (paise: number) => `₹${formatCount(paise / 100, { fractionDigits: 2 })}`;

/** Changes since an approval, each as a whole sentence. */
export const sealWords = {
  text: {
    hi: 'स्वीकृति के बाद पाठ या कॉल के शब्द बदले हैं',
    en: 'The texts, or the words of the call, have changed since the approval',
  },
  list: {
    hi: 'स्वीकृति के बाद सूची का आधार या चुनाव का नियम बदला है',
    en: 'The ground of the list, or whom it leaves out, has changed since the approval',
  },
  gateways: {
    hi: 'स्वीकृत गेटवे अब उपलब्ध नहीं है, या उसकी सेटिंग बदली है',
    en: 'The gateway that was approved is no longer set up, or its settings have changed',
  },
  hours: {
    hi: 'स्वीकृति के बाद भेजने का समय बदला है',
    en: 'The hours of sending have changed since the approval',
  },
} as const satisfies Record<string, Bilingual>;

export function morePeopleWords(most: number, now: number): Bilingual {
  const [before, after] = [formatCount(most), formatCount(now)];
  return {
    hi: `यह ${after} लोगों को जाएगा; देखे और स्वीकृत ${before} हुए थे`,
    en: `It would go to ${after} people; ${before} were seen and approved`,
  };
}

export function moreRupeesWords(most: number, now: number): Bilingual {
  return {
    hi: `व्यय ${rupees(now)} होगा; देखा और स्वीकृत ${rupees(most)} हुआ था`,
    en: `It would cost ${rupees(now)}; ${rupees(most)} were seen and approved`,
  };
}

export function dearerWords(gateway: string, most: number, now: number): Bilingual {
  return {
    hi: `गेटवे ${gateway} की दर ${rupees(most)} से बढ़कर ${rupees(now)} हो गई है`,
    en: `The price of the gateway ${gateway} has risen from ${rupees(most)} to ${rupees(now)}`,
  };
}
