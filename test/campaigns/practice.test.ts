import { expect, test } from 'vitest';
import { campaignSchema } from '../../campaigns/campaign.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { toPractice } from '../../campaigns/practice.ts';
import { checkDraft } from '../../campaigns/studio/check-draft.ts';
import { practised } from '../messaging/fixtures/practice.ts';

const { messages, links } = loadCampaign('up-cop');

test('the campaign of practice fits the rules of a demonstration, and is marked once', () => {
  expect(campaignSchema.parse(practised)).toEqual(practised);
  expect(toPractice(practised)).toMatchObject({
    messages: { templates: practised.messages.templates },
  });
  expect(practised).not.toHaveProperty('film');
  for (const { text } of practised.messages.templates) expect(text).toMatch(/^(अभ्यास|PRACTICE): /);
  expect(practised.links.host).not.toBe(links.host);
});

test('what headquarters writes in practice is proven with its marks', () => {
  const { campaign, faults } = checkDraft(practised, { messages, links });
  expect(faults).toEqual([]);
  expect(campaign?.demonstration).toEqual(practised.demonstration);
  expect(campaign?.messages.templates).toEqual(practised.messages.templates);
  expect(campaign?.links.host).toBe(practised.links.host);
});
