/** Categories of TCCCPR 2018 and its amendments; -P, -S, -T, -G is what the operator adds to the header. */
export const messageCategories = [
  'promotional',
  'service-implicit',
  'service-explicit',
  'transactional',
  'government',
] as const;
export type MessageCategory = (typeof messageCategories)[number];
