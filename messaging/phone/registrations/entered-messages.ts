import type { Campaign } from '../../../campaigns/campaign.ts';

/** The campaign as it is published, and word of each reading of it. */
export interface LiveCampaign {
  campaign: Campaign;
  live: { follow(then: () => void): void };
}

/**
 * Keeps one part of the campaign's messages as officers' entries make it. Published words bring that of the files again,
 * which is then the one to start from.
 * @returns takes the entries as they are now
 */
export function keepEntered<Part extends 'templates' | 'whatsapp', Entries>(
  { campaign, live }: LiveCampaign,
  part: Part,
  merge: (ofFiles: Campaign['messages'][Part], entries: Entries) => Campaign['messages'][Part],
): (entries: Entries) => void {
  let ofFiles = campaign.messages[part];
  let latest: { entries: Entries } | undefined;
  const apply = () => {
    if (latest !== undefined) campaign.messages[part] = merge(ofFiles, latest.entries);
  };
  live.follow(() => {
    ofFiles = campaign.messages[part];
    apply();
  });
  return (entries) => {
    latest = { entries };
    apply();
  };
}
