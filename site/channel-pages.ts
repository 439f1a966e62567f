import type { Channel } from '../campaigns/channel.ts';
import { listShelfChannels, type ShelfChannel } from '../campaigns/shelf.ts';
import { content } from './content-fs.ts';
import { languagePaths } from './i18n/language.ts';

/** The pages of channels with their own material, in the order of the minutes. */
const channelPages = [
  { channel: 'film', path: '/film/', icon: 'film-slate' },
  { channel: 'radio', path: '/radio/', icon: 'radio' },
  { channel: 'social', path: '/social/', icon: 'share-network' },
  { channel: 'vehicle', path: '/vehicles/', icon: 'police-car' },
  { channel: 'newspaper', path: '/newspapers/', icon: 'newspaper' },
] as const satisfies { channel: ShelfChannel; path: string; icon: string }[];

const ownChannels = listShelfChannels(content.campaign);

/** Those of which this campaign has material. */
export const shownChannelPages = channelPages.filter(({ channel }) =>
  ownChannels.includes(channel),
);

/** Routes of a channel's page: none where the campaign has nothing for it. */
export function channelPaths(channel: ShelfChannel) {
  return shownChannelPages.flatMap((page) =>
    page.channel === channel ? languagePaths(page.path) : [],
  );
}

/** Where the material of a channel is taken from. */
export function materialPath(channel: Channel): string | undefined {
  if (channel === 'board' || channel === 'pamphlet') return '/print/';
  return shownChannelPages.find((page) => page.channel === channel)?.path;
}
