import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import {
  applyRegistrations,
  headerEntry,
  type Registration,
  templateEntry,
} from '../../../campaigns/messages/registrations.ts';

const { templates } = loadCampaign('up-cop').messages;
const text = 'UP COP ऐप पाएँ {#url#} उत्तर प्रदेश पुलिस';
const details = {
  kind: 'template',
  name: 'services-hi',
  templateId: '1107160000000000001',
  header: 'UPPOLC',
  category: 'government',
  language: 'hi',
  text,
  links: [],
} as const;
const own = { ...details, links: [] };
const approved: Registration = { details: own, state: 'approved', since: '2019-04-01' };
const uppolc = { kind: 'header', name: 'UPPOLC', suffix: 'G' } as const;
const header: Registration = { details: uppolc, state: 'approved', since: '2019-03-30' };
const find = (registrations: readonly Registration[], id = 'services-hi') =>
  applyRegistrations(templates, registrations).find((template) => template.id === id);

describe('templates by the registrar’s words', () => {
  it('are those of the files where nobody entered any', () => {
    expect(applyRegistrations(templates, [])).toEqual(templates);
  });
  it('take text, id and day of an approval, and keep their purpose', () => {
    expect(find([header, approved])).toEqual({
      ...templates.find(({ id }) => id === 'services-hi'),
      text,
      templateId: details.templateId,
      approvedOn: '2019-04-01',
    });
  });
  it.each(['applied', 'refused', 'suspended'] as const)('have no id while they are %s', (state) => {
    expect(find([{ ...approved, state }])).toMatchObject({ templateId: null, approvedOn: null });
  });
  it('have no id while their header is suspended, and those of another header keep theirs', () => {
    const other = { ...approved, details: { ...own, name: 'new', header: 'UPCOPS' } };
    const words: Registration[] = [{ ...header, state: 'suspended' }, approved, other];
    expect(find(words)?.templateId).toBeNull();
    expect(find(words, 'new')).toMatchObject({ templateId: details.templateId, header: 'UPCOPS' });
  });
});

it.each([
  { label: '12 digits', change: { templateId: '110716000000' }, fits: true },
  { label: '13 digits', change: { templateId: '1107160000000' }, fits: false },
  { label: '18 digits', change: { templateId: '110716000000000001' }, fits: false },
  { label: 'a header of five letters', change: { header: 'UPPOL' }, fits: false },
  { label: 'a header in small letters', change: { header: 'uppolc' }, fits: false },
])('a template with $label fits: $fits', ({ change, fits }) => {
  expect(templateEntry.safeParse({ ...details, ...change }).success).toBe(fits);
});

it('a header has its class behind it', () => {
  expect(headerEntry.safeParse(uppolc).success).toBe(true);
  expect(headerEntry.safeParse({ ...uppolc, suffix: 'X' }).success).toBe(false);
});
