import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { changesBetween, rebase } from '../../../campaigns/studio/changes.ts';
import { checkDraft } from '../../../campaigns/studio/check-draft.ts';
import { findLabel } from '../../../campaigns/studio/field-labels.ts';
import { valueAt, withValue } from '../../../campaigns/studio/path.ts';
import { pickContent, studioParts } from '../../../campaigns/studio/studio-fields.ts';
import { unread } from '../../../messaging/print/studio/drafts.ts';
import {
  artworkMark,
  publishedYaml,
  repositoryVersion,
} from '../../../messaging/print/studio/versions.ts';

const campaign = loadCampaign('up-cop');
const content = pickContent(campaign);

test('every field of the form stands in the campaign, and every column in its rows', () => {
  for (const { fields } of studioParts) {
    for (const field of fields) {
      const value = valueAt({ goals: [], ...content }, field.path);
      expect(value, field.path.join('.')).toBeDefined();
      if (field.kind !== 'rows' || !Array.isArray(value) || value.length === 0) continue;
      for (const { key, empty, canBeEmpty } of field.columns) {
        const steps = key === '' ? [] : key.split('.');
        const found = value.some((row) => valueAt(row, steps) !== undefined);
        expect(found || (canBeEmpty && empty === undefined), `${field.path.join('.')} ${key}`).toBe(
          true,
        );
      }
    }
  }
});

test('rows are compared with the row of the same id, wherever it stands', () => {
  const [first, second, ...others] = campaign.helpLines;
  const after = [{ ...second, printed: false }, first, ...others.slice(1)];
  const changes = changesBetween({ helpLines: campaign.helpLines }, { helpLines: after });
  expect(changes.map(({ path, kind }) => `${kind} ${path.join('.')}`)).toEqual([
    'changed helpLines.1090.printed',
    'removed helpLines.1076',
    'order helpLines',
  ]);
  expect(findLabel(['helpLines', '1090', 'printed'], campaign)).toEqual({
    hi: 'हेल्पलाइन · 1090 · बोर्ड व पम्पलेट पर',
    en: 'Help lines · 1090 · On board and pamphlet',
  });
  expect(findLabel(['privacy', 'grievance'], campaign).hi).toBe('privacy.grievance');
});

test('a draft takes over what was published since, keeps its own, and names what both changed', () => {
  /** Help lines by their numbers: what each of them has. */
  const lines = (...counts: number[]) => counts.map((n, at) => ({ number: String(at + 1), n }));
  const was = { copy: { a: 'x', b: 'y' }, helpLines: lines(1, 1) };
  const draft = withValue(withValue(was, ['copy', 'a'], 'mine'), ['helpLines', '1', 'n'], 2);
  const now = { copy: { a: 'theirs', b: 'new' }, helpLines: lines(1, 3, 1) };
  expect(rebase(was, draft, now)).toEqual({
    content: { copy: { a: 'mine', b: 'new' }, helpLines: lines(2, 3, 1) },
    conflicts: [['copy', 'a']],
  });
});

test('a wrong row of a table is named by its own name in both languages', () => {
  const vehicles = withValue(campaign.vehicles, ['panels', 'door-left', 'codeMm'], 100);
  expect(checkDraft(campaign, { vehicles }).faults).toMatchObject([
    {
      path: ['vehicles', 'panels', 'door-left', 'codeMm'],
      label: { hi: 'पैनल · बायाँ दरवाज़ा · क्यूआर कोड (मिमी)' },
      message: {
        hi: 'कम से कम 250 मिमी चाहिए; मिला: “100”',
        en: expect.stringMatching(/Expected a code of at least 250 mm/),
      },
    },
  ]);
});

test.each([
  ['copy.headline', '', 'मुख्य पंक्ति', 'यह खाना भरा होना चाहिए'],
  ['copy.motto', 'सुरक्षा आपकी', 'ध्येय वाक्य', 'केवल उर्दू या रोमन अक्षर'],
  ['copy.scan', 'Scan', 'बटन: स्कैन', 'कम से कम एक उर्दू अक्षर'],
  ['copy.tagline', 'اتر\u200d پردیش', 'उप-पंक्ति', 'कोई छिपा हुआ वर्ण'],
  ['copy.pamphlet.contact', 'مدد کے لیے', 'संपर्क ({station} = थाना)', '{station} चाहिए'],
  ['copy.pamphlet.questions.0.ask', 'x', 'प्रश्न और उत्तर · 1 · प्रश्न', 'कम से कम एक उर्दू'],
  ['services.e-fir', 'ई-एफ़आईआर', 'सेवाएँ · ई-एफ', 'केवल उर्दू या रोमन'],
  ['helpLines.112', 'call', 'हेल्पलाइन · 112 ', 'कम से कम एक उर्दू'],
])('a text in Urdu at %s that is "%s" is told by its field in Hindi', (path, text, label, hi) => {
  const urdu = withValue(campaign.urdu, path.split('.'), text);
  const { faults } = checkDraft(campaign, { urdu });
  expect(faults).toHaveLength(1);
  expect(faults[0]?.label.hi).toContain(`उर्दू: ${label}`);
  expect(faults[0]?.message.hi).toContain(hi);
});

test('words in Urdu that are changed wait for their reader again, also by way of words that do not fit', () => {
  const read = { ...campaign.urdu, confirmed: true };
  expect(unread(read, campaign.urdu)).toEqual(read);
  const wrong = unread(withValue(read, ['appName'], 7), read);
  expect(wrong).toMatchObject({ confirmed: false });
  expect(unread({ ...read, appName: 'یو پی کاپ' }, wrong)).toMatchObject({ confirmed: false });
});

test('the slug’s version advances with what is printed and comes back with it', () => {
  const first = repositoryVersion(campaign);
  const copy = { ...campaign.copy, motto: { hi: 'क', en: 'k' } };
  const mark = (number: number, fields: object, before = [first]) =>
    artworkMark(
      { number, fields, emblem: '', day: '2026-12-01' },
      { before, repository: campaign },
    );
  expect(mark(2, { goal: { ...campaign.goal, downloads: 9 } })).toEqual({
    artworkVersion: campaign.version,
    artworkDate: campaign.versionDate,
  });
  const second = { ...first, number: 2, fields: { copy }, ...mark(2, { copy }) };
  expect(second).toMatchObject({
    artworkVersion: `${campaign.version}.2`,
    artworkDate: '2026-12-01',
  });
  expect(mark(3, {}, [second, first]).artworkVersion).toBe(campaign.version);
  expect(mark(4, { copy }, [second, first])).toEqual(mark(2, { copy }));
  expect(publishedYaml(first, campaign)).toBe('');
});
