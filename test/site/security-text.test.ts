import { expect, test } from 'vitest';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { securityText } from '../../site/security-text.ts';

const at = { publicUrl: 'https://upcop.example', builtOn: '2026-11-28' };
const office = { hi: 'तकनीकी सेवायें', en: 'Technical Services' };
const withContact = (confirmed: boolean) => ({
  languages: ['hi', 'en'] as ['hi', 'en'],
  privacy: {
    grievance: { office, email: 'security@police.example', phone: '+91 522-123456', confirmed },
  },
});

test('a confirmed contact stands there with all that RFC 9116 asks for', () => {
  expect(securityText(withContact(true), at)).toBe(`# Technical Services
Contact: mailto:security@police.example
Contact: tel:+91522123456
Contact: https://upcop.example/en/privacy/
Expires: 2027-10-24T00:00:00Z
Preferred-Languages: hi, en
Canonical: https://upcop.example/.well-known/security.txt
`);
});

test('what nobody has confirmed says so', () => {
  expect(securityText(withContact(false), at)).toContain('(contact to be confirmed)');
});

test.each([
  [
    'up-cop',
    '# Police Technical Services Headquarters, Lucknow (contact to be confirmed)\nContact: https',
  ],
  ['gujarat-citizen-first', '# Not decided yet (contact to be confirmed)\nContact: https'],
])('%s: without an address, the page of the contact is named', (campaign, expected) => {
  expect(securityText(loadCampaign(campaign), at)).toContain(expected);
});

test('a demonstration says so first', () => {
  const campaign = loadCampaign('gujarat-citizen-first');
  expect(securityText(campaign, at).split('\n')[0]).toBe(`# ${campaign.demonstration?.notice.en}`);
});
