import { expect, test } from 'vitest';
import { type Campaign, campaignSchema } from '../../campaigns/campaign.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { openFacts, openStores } from '../../campaigns/facts.ts';
import { zipNote } from '../../campaigns/files/zip-note.ts';
import { board } from '../../generator/artwork/board.ts';
import { pamphlet } from '../../generator/artwork/pamphlet.ts';
import { campaignFindings } from '../../generator/preflight/campaign-findings.ts';
import { slugShared } from '../../generator/print/slug.ts';

const campaign = loadCampaign('up-cop');
const confirmed: Campaign = {
  ...campaign,
  facts: (campaign.facts ?? []).map((fact) => ({
    ...fact,
    confirmed: { by: { hi: 'नमूना कार्यालय', en: 'Sample office' }, on: '2026-12-01' },
  })),
};

test('store ids that nobody has confirmed are marked in print files, in the ZIP’s note and in preflight', () => {
  expect(openStores(campaign).map(({ id }) => id)).toEqual(['play-package', 'app-store-id']);
  const directory = { districts: [], stations: [] };
  const rules = (given: Campaign) =>
    campaignFindings({ campaign: given, directory, ownFields: new Map(), placeholders: [] }, [], {
      release: true,
      whole: false,
    })
      .filter(({ rule }) => rule === 'store-id')
      .map(({ severity }) => severity);
  for (const artwork of [board, pamphlet])
    expect(slugShared(artwork, campaign, '')).toMatch(
      /NOT FOR PRINT: .*store ids are not confirmed/,
    );
  expect(zipNote(campaign, [])).toContain('अभी न छापें: इनकी पुष्टि शेष है: गूगल प्ले की पहचान');
  expect(rules(campaign)).toEqual(['fault', 'fault']);

  const linked = { ...confirmed, links: { ...campaign.links, confirmed: true } };
  expect(slugShared(board, linked, '')).not.toContain('NOT FOR PRINT');
  expect(zipNote(linked, [])).not.toContain('अभी न छापें');
  expect(rules(linked)).toEqual([]);
});

test('the pamphlet’s slug says how many facts are open', () => {
  const open = openFacts(campaign).length;
  expect(open).toBeGreaterThan(3);
  expect(slugShared(pamphlet, campaign, '')).toContain(`facts open: ${open}`);
  expect(slugShared(board, campaign, '')).not.toContain('facts open');
  expect(slugShared(pamphlet, confirmed, '')).not.toContain('facts open');
});

test('an id at a store is refused without a fact that says who confirmed it', () => {
  const facts = (campaign.facts ?? []).filter(({ id }) => id !== 'app-store-id');
  const { error } = campaignSchema.safeParse({ ...campaign, facts });
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'Expected a fact with the id app-store-id, since app.appStoreId is given',
  ]);
});
