import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { campaignSchema } from '../../../campaigns/campaign.ts';
import { campaignFolder, campaignIds } from '../../../campaigns/campaign-folder-fs.ts';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { rangeName, zoneName } from '../../../campaigns/directory/areas.ts';
import { loadBaseDirectory, loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import { sharedCodes } from '../../../campaigns/links/shared-codes-fs.ts';
import { lintTemplate } from '../../../campaigns/messages/lint.ts';
import { measureText } from '../../../campaigns/messages/segments.ts';
import { serviceTemplate } from '../../../campaigns/messages/service-template.ts';
import { fromOwnSide, toOwnSide } from '../../../campaigns/own-side.ts';
import { startCampaign } from '../../../campaigns/studio/new-campaign-fs.ts';
import { loadFonts } from '../../../generator/layout/fonts-fs.ts';
import { openFolder } from '../../folders.ts';

const id = 'gujarat-citizen-first';
const campaign = loadCampaign(id);
const directory = loadDirectory({ campaign: id });
const where = openFolder('campaigns-');

/** Every text on the own side, wherever it stands. */
function ownTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(ownTexts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'hi' || key === 'nameHi') && typeof inner === 'string' ? [inner] : ownTexts(inner),
  );
}

describe('Gujarat’s campaign', () => {
  const { app, copy, demonstration, messages } = campaign;

  test('is Gujarati wherever it speaks its own language, set without a missing letter', () => {
    const texts = [
      ...ownTexts({ ...campaign, messages: messages.templates }),
      ...directory.stations.map(stripName),
    ];
    const face = loadFonts().typeface(700);
    expect(texts.length).toBeGreaterThan(80);
    for (const text of texts) {
      expect(text).not.toMatch(/[\u0900-\u0963\u0966-\u097F]/);
      expect(face.shape(text).missing, text).toBe(false);
    }
    expect(copy.headline.hi).toBe('ઘેર બેઠાં પોલીસ સેવા');
  });

  test('says what is not known, and prints and sends nothing for real', () => {
    expect(app.playPackage).toBeNull();
    expect(app.appStoreId).toBeNull();
    expect(campaign.links).toMatchObject({ host: 'DEMO.EXAMPLE', confirmed: false });
    expect(campaign.directions).toEqual([]);
    expect(directory.stations.every(({ needsCheck }) => needsCheck)).toBe(true);
  });

  const unmarked = { ...messages.templates[0], text: 'સિટીઝન ફર્સ્ટ' };
  test.each<[string, object]>([
    ['a confirmed host', { links: { ...campaign.links, confirmed: true } }],
    ['registered texts', { messages: { ...messages, registered: true } }],
    ['a text without the mark', { messages: { ...messages, templates: [unmarked] } }],
    ['a film, which has no place for it', { film: loadCampaign('up-cop').film }],
  ])('is refused with %s while it is a demonstration', (_label, change) => {
    expect(demonstration?.stamp).toEqual({ hi: 'પ્રદર્શન નમૂનો', en: 'DEMONSTRATION' });
    expect(campaignSchema.safeParse(campaign).success).toBe(true);
    expect(campaignSchema.safeParse({ ...campaign, ...change }).success).toBe(false);
  });

  test('has texts that the linter takes but for their missing ids, in at most two parts', () => {
    for (const template of messages.templates) {
      const faults = lintTemplate(template, messages).map(({ rule }) => rule);
      expect(faults.filter((rule) => !/template-id|entity|header|registered/.test(rule))).toEqual(
        [],
      );
      expect(
        measureText(template.text.replace('{#url#}', 'https://demo.example/Q8BF50P')).segments,
      ).toBeLessThanOrEqual(2);
    }
    const [gu] = messages.templates;
    if (gu === undefined) throw new Error('Expected a text, got none');
    const hindi = { ...gu, text: 'नागरिक सेवा {#url#}' };
    expect(lintTemplate(hindi, messages).map(({ rule }) => rule)).toContain('language');
    expect(lintTemplate(gu, { ...messages, ownLanguage: 'hi' }).map(({ rule }) => rule)).toContain(
      'language',
    );
  });

  test('names stations as Gujarati does, behind the place', () => {
    const [station] = directory.stations.filter((entry) => entry.id === 'sector-7');
    expect(station && stripName(station)).toBe('સેક્ટર-7 પોલીસ સ્ટેશન');
  });
});

describe('all campaigns', () => {
  test('give no code twice on one host', () => {
    expect(campaignIds().flatMap((own) => sharedCodes(campaignFolder(own)))).toEqual([]);
    const again = join(where, 'again');
    cpSync(campaignFolder('up-cop'), again, { recursive: true });
    expect(sharedCodes(again)).toEqual(['up-cop']);
  });

  test.each(campaignIds())('%s has a name for each area that a district stands in', (own) => {
    const { areas } = loadCampaign(own);
    const { districts } = loadBaseDirectory(own);
    const named = districts.map(({ zone, range }) => [
      zoneName(areas, zone),
      rangeName(areas, range),
    ]);
    expect(named.flat()).toHaveLength(2 * districts.length);
    expect(named).not.toHaveLength(0);
  });
});

test.each(['code', 'link'] as const)('a campaign without its %s text is refused', (what) => {
  for (const own of campaignIds().map((id) => loadCampaign(id))) {
    const { messages } = own;
    const { id } = serviceTemplate(messages, what, 'hi');
    const templates = messages.templates.filter((each) => each.id !== id);
    const { error } = campaignSchema.safeParse({ ...own, messages: { ...messages, templates } });
    expect(error?.issues.map(({ message }) => message).join()).toContain(`the id ${id}`);
  }
});

test('a campaign’s own language goes to its side and back, and Hindi on it is refused', () => {
  const gu = [{ language: 'gu' }];
  const hi = [{ language: 'hi' }];
  const file = { app: { nameGu: 'ક' }, copy: [{ gu: 'ખ', en: 'b' }], templates: gu };
  const inside = { app: { nameHi: 'ક' }, copy: [{ hi: 'ખ', en: 'b' }], templates: hi };
  expect(fromOwnSide(file, 'gu')).toEqual(inside);
  expect(toOwnSide(inside, 'gu')).toEqual(file);
  expect(() => fromOwnSide({ copy: { hi: 'क', en: 'a' } }, 'gu')).toThrow(/Expected `gu` in copy/);
});

describe('a new campaign', () => {
  const place = { district: 'First Town', station: 'City' };
  const goal = { goal: 1000, goalEnds: '2030-01-01' };
  const answers = { app: 'Sahayak', state: 'Police of a State', ...goal, ...place };
  test.each([
    ['hi', 'सहायक', 'राज्य पुलिस', 'पहला नगर', 'शहर'],
    ['gu', 'સહાયક', 'રાજ્ય પોલીસ', 'પહેલું નગર', 'શહેર'],
  ] as const)('in %s loads, is a demonstration, and is never written over', async (...words) => {
    const [language, appOwn, stateOwn, districtOwn, stationOwn] = words;
    const own = { language, appOwn, stateOwn, districtOwn, stationOwn };
    const id = `sahayak-${language}`;
    const begin = () => startCampaign(id, { ...answers, ...own }, { where, today: '2026-11-26' });
    const made = loadCampaign(await begin());
    expect(made.demonstration).toBeDefined();
    expect(JSON.stringify(made)).not.toMatch(/UP COP|उत्तर प्रदेश|Uttar|Citizen First|Gujarat|ગુજરાત/);
    expect(loadBaseDirectory(join(where, id)).stations).toHaveLength(1);
    await expect(begin()).rejects.toThrow(/Expected no folder yet/);
  });

  test.each([
    ['hi', 'First App', 'पहला ऐप', 'पहला ऐप इंस्टॉल करें', 'Install the First App'],
    ['ml', 'First App', 'ഒന്നാം ആപ്പ്', 'ഒന്നാം ആപ്പ് നേടൂ', 'Install the First App'],
    ['hi', 'App', 'ऐप', 'ऐप इंस्टॉल करें', 'Install the App'],
    ['hi', 'Apply Happ', 'ऐपथ', 'ऐपथ ऐप इंस्टॉल करें', 'Install the Apply Happ app'],
  ] as const)('in %s says of %s "app" once', async (...words) => {
    const [language, app, appOwn, stepOwn, step] = words;
    const own = { appOwn, stateOwn: appOwn, districtOwn: appOwn, stationOwn: appOwn };
    const given = { ...answers, ...own, language, app };
    const folder = openFolder('app-');
    const made = await startCampaign('once', given, { where: folder, today: '2026-11-26' });
    const { copy, messages } = loadCampaign(made);
    expect(copy.pamphlet.steps[1]).toEqual({ hi: stepOwn, en: step });
    expect(JSON.stringify(messages.call)).not.toMatch(/ആപ്പ് ആപ്പിൽ|ऐप ऐप|App app/);
  });
});
