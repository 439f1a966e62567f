import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import { hasLetters } from '../../../campaigns/languages/typesetting/scripts.ts';
import { startCampaign } from '../../../campaigns/studio/new-campaign-fs.ts';
import { artworkById } from '../../../generator/artwork/catalogue.ts';
import { openFolder } from '../../folders.ts';
import { goldenDifference, readCodes, readManifest, renderPage, runGenerator } from '../fixture.ts';
import { inspectArtworks } from '../inspect-artworks.ts';

const where = openFolder('urdu-');
const folder = await startCampaign(
  'awaz',
  {
    language: 'ur',
    app: 'Awaz',
    appOwn: 'آواز',
    state: 'State Police',
    stateOwn: 'ریاستی پولیس',
    goal: 1000,
    goalEnds: '2030-01-01',
    district: 'First Town',
    districtOwn: 'پہلا شہر',
    station: 'City',
    stationOwn: 'صدر بازار',
  },
  { where, today: '2026-11-26' },
);
const campaign = loadCampaign(folder);

/** Every text on the own side, wherever it stands. */
function ownTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(ownTexts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'hi' && typeof inner === 'string' ? [inner] : ownTexts(inner),
  );
}

describe('a campaign whose own language is Urdu', () => {
  test('has no word of Hindi, and names its stations as Urdu does', () => {
    expect(ownTexts(campaign).filter((text) => hasLetters(text, 'Devanagari'))).toEqual([]);
    expect(loadBaseDirectory(folder).stations.map(stripName)).toEqual(['تھانہ صدر بازار']);
  });

  test('breaks no rule of preflight on any piece of the kit that is in its language', async () => {
    const places = [
      { name: 'تھانہ صدر بازار', districtName: 'ضلع پہلا شہر' },
      { name: 'جی۔آر۔پی۔ تھانہ آگرہ کینٹ (2)', districtName: 'ضلع گوتم بدھ نگر' },
      // The gaf reaches twice as far over its line as the letters of a sadr bazar.
      { name: 'تھانہ حضرت گنج', districtName: 'ضلع گوتم بدھ نگر' },
    ];
    const sheets = ['pamphlet-2up', 'pamphlet-4up', 'poster-a3', 'poster-a2'];
    const chosen = ['board', 'pamphlet', ...sheets, 'standee', 'sticker', 'tent'];
    const inspected = await inspectArtworks(
      campaign,
      chosen.map((id) => artworkById(id, campaign)),
      () => places,
    );
    expect(inspected.flatMap(({ artwork, found }) => found.map((each) => [artwork, each]))).toEqual(
      [],
    );
    expect(inspected).toHaveLength(27);
    for (const id of ['board', 'standee', 'sticker', 'tent']) {
      const piece = inspected.find(({ artwork }) => artwork === id);
      const picture = await renderPage(piece?.pdf ?? Buffer.alloc(0), 0, 700);
      expect(await goldenDifference(`urdu-own-${id}`, picture), id).toBeLessThan(0.002);
      const codes = new Set(await readCodes(picture));
      expect(codes, id).toEqual(new Set(['https://DEMO.EXAMPLE/Q17SN0N']));
    }
  });

  test('has no piece that is drawn from left to right alone', () => {
    expect(() => artworkById('pamphlet-large', campaign)).toThrow(
      /Expected one of board, pamphlet/,
    );
  });

  test('is made as a whole, its job ticket too', async () => {
    const out = join(where, 'out');
    const made = await runGenerator(['--out', out], { env: { CAMPAIGN: folder } });
    expect(made).toMatchObject({ code: 0 });
    const { files } = readManifest(out);
    const papers = files.filter(({ format }) => format === 'pdf').map(({ artwork }) => artwork);
    expect(papers.sort()).toEqual(['board', 'pamphlet', 'pamphlet-2up', 'pamphlet-4up', 'ticket']);
  });
});
