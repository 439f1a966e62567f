import { expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { digestSource, planRounds } from '../../../../messaging/phone/blasts/series.ts';
import { makeDraft } from './blast-fixture.ts';

const campaign = loadCampaign('up-cop');
const { messages } = campaign;
const [template] = messages.templates;
if (template === undefined) throw new Error('Expected a template');
const { templateId, header } = template;
const text = { templateId, header, body: template.text, segments: 3 };
const sms = {
  category: template.category,
  texts: { [template.language]: text },
  gateway: 'twilio',
};
const card = { name: 'x', contentSid: null, values: [], picture: null, footer: null, buttons: [] };
const beside = makeDraft(1, {
  channel: 'whatsapp',
  texts: { hi: { ...text, segments: 1, card } },
  fallback: { ...sms, paisePerSegment: 15 },
  startsAt: new Date('2030-01-07T10:00:00+05:30'),
  repeat: { rhythm: 'weekly', times: 2, until: null, days: [], texts: [], source: '' },
});

it('counts the SMS beside WhatsApp in the most that a round may cost', () => {
  const [, second] = planRounds(beside, 100);
  expect(second).toMatchObject({ mostRecipients: 110, mostPaise: 110 * (10 + 3 * 15) });
});

const change = (part: Partial<typeof template>) => ({
  ...campaign,
  messages: { ...messages, templates: messages.templates.map((each) => ({ ...each, ...part })) },
});

it.each([
  ['another category of a text', { texts: sms.texts, fallback: null }, { category: 'promotional' }],
  ['another text of the SMS beside WhatsApp', beside, { text: 'X' }],
] as const)('sees %s', (_, blast, part) => {
  const drafted = { ...makeDraft(1), ...blast };
  expect(digestSource(change(part), drafted, {})).not.toBe(digestSource(campaign, drafted, {}));
});
