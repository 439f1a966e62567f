import type { Channel } from '../channel.ts';

/** Units in which the offices' work for a direction is counted. */
export const measures = [
  'boards',
  'vehicle-boards',
  'pamphlets',
  'newspapers',
  'theatres',
  'shows',
  'fm-spots',
  'social-posts',
  'news-items',
  'newspaper-ads',
  'meetings',
  'messages',
  'calls',
] as const;
export type Measure = (typeof measures)[number];

/** The things that are counted for a channel; the first is the one that a direction is judged by. */
export const measuresOfChannel: Record<Channel, readonly Measure[]> = {
  board: ['boards'],
  pamphlet: ['pamphlets', 'newspapers'],
  vehicle: ['vehicle-boards'],
  newspaper: ['news-items', 'newspaper-ads'],
  film: ['theatres', 'shows'],
  radio: ['fm-spots'],
  social: ['social-posts'],
  sms: ['messages'],
  ivr: ['calls'],
  event: ['meetings'],
};

/** Measures of several channels, each once and in the order of the list. */
export function listMeasures(channels: readonly Channel[]): Measure[] {
  const wanted = new Set(channels.flatMap((channel) => measuresOfChannel[channel]));
  return measures.filter((measure) => wanted.has(measure));
}
