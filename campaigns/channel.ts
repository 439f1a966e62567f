/**
 * The ways by which the campaign reaches people; a short code carries one of them by its place in this list.
 * New ones go to the end: a place once printed keeps its meaning.
 */
export const channels = [
  'board',
  'pamphlet',
  'vehicle',
  'newspaper',
  'film',
  'radio',
  'social',
  'sms',
  'ivr',
  'event',
] as const;
export type Channel = (typeof channels)[number];
