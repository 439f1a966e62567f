import { expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { consentLine } from '../../../../campaigns/channels/newspapers/consent.ts';
import { billed } from '../../../../campaigns/channels/newspapers/cost.ts';
import {
  adSizeMm,
  listPapers,
  newspapersSchema,
  type Paper,
} from '../../../../campaigns/channels/newspapers/newspapers.ts';

const { newspapers } = loadCampaign('up-cop');
if (newspapers === undefined) throw new Error('Expected newspapers in the campaign');
const [generic, ...outlets] = listPapers(newspapers) as [Paper, ...Paper[]];

test('papers that published no measure go by the generic one, and none is confirmed', () => {
  const ids = ['dainik-jagran', 'amar-ujala', 'hindustan', 'urdu-generic'];
  expect(outlets.map(({ id, inherits, confirmed }) => [id, inherits, confirmed])).toEqual(
    ids.map((id) => [id, true, false]),
  );
  expect(outlets[0]?.measure).toEqual(generic.measure);
});

test.each([
  [1, 5, 40, 50],
  [3, 20, 123, 200],
  [null, 5, 330.5, 50],
])('%s columns of %i cm have the gutters between them', (columns, depthCm, width, height) => {
  expect(adSizeMm(generic, { columns, depthCm })).toEqual({ width, height });
});

const measure = { ...generic.measure, fullFromCm: 48 };
const rated: Paper = { ...generic, ratePaise: 5968, measure };

test.each([
  ['whole centimetres', { columns: 3, depthCm: 10 }, 123, 123 * 5968, false],
  ['a fraction of the height', { columns: 1, depthCm: 5.2 }, 24, 24 * 5968, false],
  ['a fraction of a square centimetre', { columns: 2, depthCm: 8 }, 66, 66 * 5968, false],
  ['nearly the whole height', { columns: 1, depthCm: 49 }, 208, 208 * 5968, true],
])('%s is billed rounded up', (_, ad, sqCm, paise, isFullDepth) => {
  expect(billed(rated, ad)).toMatchObject({ sqCm, paise, isFullDepth });
});

test('without a rate there is an area and no price', () => {
  expect(billed(generic, { columns: 1, depthCm: 5 })).toMatchObject({ sqCm: 20, paise: null });
});

const high = newspapers.ads.map((ad) => ({ ...ad, depthCm: 53 }));
const confirmed = newspapers.papers.map((own) => ({ ...own, confirmed: true }));
const onePage = 'within 8 columns × 52 cm';
const ownMeasure = 'the own measure of dainik-jagran';
test.each([
  ['an advertisement higher than the page', { ads: high }, onePage],
  ['a paper confirmed without its own measure', { papers: confirmed }, ownMeasure],
])('%s is refused', (_, change, message) => {
  const { error } = newspapersSchema.safeParse({ ...newspapers, ...change });
  expect(error?.message).toContain(message);
});

test('a missing consent is asked for in Hindi, a given one stands with number and date', () => {
  expect(consentLine(undefined, 'radio').isMissing).toBe(true);
  expect(consentLine(undefined, 'newspaper').text).toContain('सहमति दर्ज नहीं है');
  const given = { number: '12/सू०', date: '2026-12-01', office: 'जिला सूचना अधिकारी, आगरा' };
  const consents = { newspaper: given, hoarding: null, cinema: null, radio: null };
  expect(consentLine(consents, 'newspaper')).toEqual({
    text: 'जिला सूचना अधिकारी, आगरा: संख्या 12/सू०, दिनांक 01.12.2026',
    isMissing: false,
  });
});
