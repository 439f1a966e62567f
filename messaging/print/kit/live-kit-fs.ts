import type { Campaign } from '../../../campaigns/campaign.ts';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import type { Published } from '../../../campaigns/published-fs.ts';
import type { House } from '../../kit/house.ts';

/**
 * Campaign and directory as they are published now. The two objects stay the same while their fields change: read a field
 * when it is needed, and keep none of them.
 */
export interface LiveKit extends Pick<House, 'campaign' | 'directory'> {
  /**
   * Reads the files again.
   * @returns keys of the stations that changed, came or went
   * @throws when the published campaign does not fit; what held before goes on
   */
  reload(): string[];
  /** Calls it right after each reading, before anybody sees the campaign without what officers entered. */
  follow(then: () => void): void;
}

/**
 * @param onTrouble told of a published campaign that does not fit, as after an update of the toolkit: the repository's is
 * used then, so that scans are answered
 */
export function openLiveKit(
  source: { campaign: string; published: Published },
  onTrouble: (error: Error) => void,
): LiveKit {
  const { published } = source;
  let campaign: Campaign;
  try {
    campaign = loadCampaign(source.campaign, published);
  } catch (error) {
    campaign = loadCampaign(source.campaign, { ...published, campaignFile: '' });
    onTrouble(error as Error);
  }
  const directory = loadDirectory({ campaign: source.campaign, published });
  const followers: (() => void)[] = [];
  return {
    campaign,
    directory,
    follow: (then) => void followers.push(then),
    reload() {
      const next = loadCampaign(source.campaign, published);
      replaceFields(campaign, next);
      for (const follow of followers) follow();
      const before = new Map(
        directory.stations.map((station) => [stationKey(station), JSON.stringify(station)]),
      );
      const latest = loadDirectory({ campaign: source.campaign, published });
      directory.stations = latest.stations;
      const changed = latest.stations
        .filter((station) => {
          const key = stationKey(station);
          const known = before.get(key);
          before.delete(key);
          return known !== JSON.stringify(station);
        })
        .map(stationKey);
      return [...changed, ...before.keys()];
    },
  };
}

function replaceFields(target: Campaign, source: Campaign): void {
  for (const key of Object.keys(target)) {
    if (!(key in source)) delete target[key as keyof Campaign];
  }
  Object.assign(target, source);
}
