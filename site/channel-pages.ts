import type { Channel } from '../campaigns/channel.ts';
import type { ShelfChannel } from '../campaigns/shelf.ts';

/** The pages of channels that have material of their own, in the order of the minutes. */
export const channelPages = [
  { channel: 'film', path: '/film/', icon: 'film-slate' },
  { channel: 'radio', path: '/radio/', icon: 'radio' },
  { channel: 'social', path: '/social/', icon: 'share-network' },
  { channel: 'vehicle', path: '/vehicles/', icon: 'police-car' },
  { channel: 'newspaper', path: '/newspapers/', icon: 'newspaper' },
] as const satisfies { channel: ShelfChannel; path: string; icon: string }[];

/** Where the material of a channel is taken from. */
export function materialPath(channel: Channel): string | undefined {
  if (channel === 'board' || channel === 'pamphlet') return '/print/';
  return channelPages.find((page) => page.channel === channel)?.path;
}
