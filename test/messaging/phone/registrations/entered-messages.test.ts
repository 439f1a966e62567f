import { expect, test } from 'vitest';
import type { Campaign } from '../../../../campaigns/campaign.ts';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { keepEntered } from '../../../../messaging/phone/registrations/entered-messages.ts';

test('published words have officers’ entries at once, and entries start from the words published last', () => {
  const campaign = structuredClone(loadCampaign('up-cop'));
  const followers: (() => void)[] = [];
  const live = { follow: (then: () => void) => void followers.push(then) };
  type Templates = Campaign['messages']['templates'];
  const keep = keepEntered({ campaign, live }, 'templates', (ofFiles, entered: Templates) => [
    ...ofFiles,
    ...entered,
  ]);
  const [first, second, third] = campaign.messages.templates;
  if (!first || !second || !third) throw new Error('Expected three templates');
  const publish = (templates: Templates) => {
    campaign.messages = { ...campaign.messages, templates };
    for (const follow of followers) follow();
  };
  publish([first]);
  expect(campaign.messages.templates).toEqual([first]);
  keep([second]);
  keep([second]);
  expect(campaign.messages.templates).toEqual([first, second]);
  publish([third]);
  expect(campaign.messages.templates).toEqual([third, second]);
  keep([]);
  expect(campaign.messages.templates).toEqual([third]);
});
