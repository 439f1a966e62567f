import { expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { planRounds } from '../../../../messaging/phone/blasts/series.ts';
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
