import type { PhoneWords } from './phone-words.ts';

/** Words of the views of texts, numbers, providers and gateways in English. */
export const phoneEn: PhoneWords = {
  optOuts: (count) => `${count} numbers said stop`,
  reports: (count) => `${count} reports of providers`,
};
