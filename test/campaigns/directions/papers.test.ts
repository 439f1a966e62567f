import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { campaignFolder, loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { registerSchema } from '../../../campaigns/directions/register.ts';
import { register } from './up-cop-register.ts';

const campaign = loadCampaign('up-cop');
const { papers, directions } = register;

/** As it is read: lines run on. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const texts = new Map(
  papers.map(({ id, file }) => [
    id,
    flat(readFileSync(join(campaignFolder('up-cop'), 'papers', file), 'utf8')),
  ]),
);

/** Every row of the three papers, and those that name a nodal officer. */
const points = [
  ...'L2 L3 L-copy 1 1A 1B 1C 1D 1E 1F 2A 2B 2C 3A 3B 3C 4A 4B-i 4B-ii 5A 5B 6 7a 7b 8 9'.split(
    ' ',
  ),
  ...'M-copy8 S3 S3-entries S4 S5 S-copy9 S-copy10'.split(' '),
];
const nodal = ['1G', '2D', '3D', '4C', '5C'];

describe('the register follows the papers', () => {
  test.each(directions)('$id is quoted verbatim from its paper', ({ paper, quote, named }) => {
    expect(texts.get(paper)).toContain(flat(quote));
    if (named !== undefined) expect(texts.get(paper)).toContain(flat(named));
  });

  test('every point of the papers is there, and no other', () => {
    const ids = directions.map(({ id }) => id);
    expect(ids.toSorted()).toEqual([...points, ...nodal].toSorted());
    expect(directions.filter((own) => own.nodal !== undefined).map(({ id }) => id)).toEqual(nodal);
  });

  test('who is nodal officer owes nothing by that, and everything else has an owner or a procedure', () => {
    for (const { id, nodal: officer, workflow, obligations } of directions)
      expect([id, obligations.length === 0]).toEqual([
        id,
        officer !== undefined || workflow !== undefined,
      ]);
  });

  test('whom the block below an item names owes what it orders, where its own words name nobody', () => {
    const offices = (id: string) =>
      directions
        .find((own) => own.id === id)
        ?.obligations.map(({ owners }) =>
          owners.map(({ role, area }) => (area === undefined ? role : `${role}:${area}`)),
        );
    // (कार्यवाही-अपर पुलिस महानिदेशक, तकनीकी सेवायें/आईटेक्स यू०पी०-100, समस्त जोनल अपर पुलिस महानिदेशक, उ०प्र०)
    const block4 = ['hq', 'branch:iteccs-adg', 'zone'];
    expect(offices('4B-i')).toEqual([block4]);
    expect(offices('4B-ii')).toEqual([block4]);
    // (कार्यवाही-अपर पुलिस महानिदेशक, तकनीकी सेवायें/रेलवे, समस्त जोनल अपर पुलिस महानिदेशक)
    expect(offices('2C')).toEqual([['hq', 'branch:railways', 'zone']]);
    expect(offices('L-copy')).toEqual([['zone', 'range']]);
    expect(offices('S4')).toEqual([['district'], ['zone'], ['district']]);
  });

  test('the report on usefulness is about every app that no item before it is about', () => {
    const before = new Set(
      directions
        .filter(({ paper, id }) => paper === 'minutes-2019-03-27' && /^[1-6][A-H]?$/.test(id))
        .flatMap(({ apps }) => apps),
    );
    const rest = register.apps.map(({ id }) => id).filter((id) => !before.has(id));
    expect(directions.find(({ id }) => id === '7a')?.apps).toEqual(rest);
    expect(rest).toContain('case-monitor');
  });

  test('a day of the register is in its paper', () => {
    for (const { paper, obligations } of directions)
      for (const { rhythm } of obligations)
        if (rhythm.kind === 'once' && rhythm.by !== undefined) {
          const [year, month, day] = rhythm.by.split('-');
          const text = texts.get(paper) ?? '';
          const stated = [`${day}.${month}.${year}`, 'माह अप्रैल, 2019 के अन्त तक'];
          expect(stated.some((written) => text.includes(written))).toBe(true);
        }
  });

  test('no telephone number is in the papers', () => {
    for (const text of texts.values()) expect(text).not.toMatch(/\d{10}|\d{5}[ -]\d{5}/);
  });
});

test.each([
  ['paper', 'some-other-paper', 'Expected one of .* for `paper` of L2'],
  ['apps', ['whatsapp'], 'for `apps` of L2'],
])('a direction whose %s is not in the register is refused', (field, value, fault) => {
  const [first, ...rest] = campaign.register?.directions ?? [];
  const changed = { ...campaign.register, directions: [{ ...first, [field]: value }, ...rest] };
  expect(() => registerSchema.parse(changed)).toThrow(new RegExp(fault));
});
