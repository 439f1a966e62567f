/** Words of the views of texts, numbers, providers and gateways in Hindi; `phone-en.ts` has the same shape. */
export const phoneHi = {
  optOuts: (count: string) => `रोक-सूची में ${count} नम्बर`,
  reports: (count: string) => `सेवा प्रदाताओं की ${count} रिपोर्टें`,
} as const;
