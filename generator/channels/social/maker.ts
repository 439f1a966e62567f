import type { Social } from '../../../campaigns/channels/social/social.ts';
import { describeFault } from '../../../campaigns/channels/social/social-fault.ts';
import { placedWord } from '../../../campaigns/directory/placed-word.ts';
import { boardStations } from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import type { ShelfItem, ShelfMaker, ShelfSources } from '../../shelf/item.ts';
import { packItems } from './station-pack.ts';

/**
 * Social media: cards, captions and calendar of the whole state; for stations, and all of a district's, the pack for
 * their WhatsApp groups.
 * @throws naming every post and part that does not fit its platform
 */
export const makeSocial: ShelfMaker = async (sources) => {
  const { campaign, directory, districts, stations } = sources;
  const { social } = campaign;
  if (social === undefined) return [];
  if (districts.length === 0 && stations.length === 0) return wholeState(sources, social);
  const own = boardStations(directory).filter(({ district }) => districts.includes(district));
  return packItems(sources, social, [
    ...stations,
    ...own.filter((each) => !stations.includes(each)),
  ]);
};

/** The checker knows all platforms' rules and is slow to load; a station's pack does without. */
async function wholeState(sources: ShelfSources, social: Social): Promise<ShelfItem[]> {
  const [{ checkSocial }, { cardItems }, { calendarItems }, { platformLink, tappable }] =
    await Promise.all([
      import('../../../campaigns/channels/social/check-social.ts'),
      import('./card-items.ts'),
      import('./calendar-items.ts'),
      import('./links.ts'),
    ]);
  const { campaign, directory, registry } = sources;
  const longest = directory.stations.map(stripName).reduce(longer, '');
  const district = directory.districts.map(({ nameHi }) => nameHi).reduce(longer, '');
  const state = platformLink(campaign, registry, { outlet: null });
  const faults = checkSocial({
    social,
    serviceGroups: campaign.serviceGroups,
    linkOf: (platform) => platformLink(campaign, registry, platform).link,
    station: {
      station: longest,
      district: placedWord(campaign.copy.station.district.hi, district),
      link: tappable(state.url),
    },
  });
  if (faults.length > 0) {
    throw new Error(
      `The posts of ${campaign.id} have ${faults.length} faults:\n  ${faults.map(describeFault).join('\n  ')}`,
    );
  }
  return [...cardItems(sources, social), ...calendarItems(sources, social)];
}

function longer(a: string, b: string): string {
  return [...b].length > [...a].length ? b : a;
}
