import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../campaigns/campaign.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import { type Random, seededRandom } from '../../campaigns/tracker/random.ts';
import { artworkById } from '../../generator/artwork/catalogue.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { loadPictures } from '../../generator/layout/pictures-fs.ts';
import { createPressChecker } from '../../generator/preflight/check-press.ts';
import { createExpected } from '../../generator/preflight/expected.ts';
import { coatedIntent } from '../../generator/print/output-intent-fs.ts';
import { layOutShared } from '../../generator/run/shared-layout.ts';
import { createStamper } from '../../generator/run/stamp.ts';

/** Words with deep conjuncts, high and low matras, long and short ones. */
const words = {
  Devanagari:
    'ई घर जन मित्र पुलिस सेवा नागरिक सुरक्षा कर्तव्य हिमाचल अरुणाचल प्रदेश राज्य मध्य ऑनलाइन शिकायत बैठे पर अभी तुरंत सम्पूर्ण द्वार संरक्षण न्याय छत्तीसगढ़ ट्रैफ़िक हौसला सूँघी',
  Gujarati:
    'ઈ ઘર જન મિત્ર પોલીસ સેવા નાગરિક સુરક્ષા ગુજરાત રાજ્ય ઓનલાઈન ફરિયાદ બેઠાં પર તુરંત સંપૂર્ણ દ્વાર ન્યાય સૂચના હૈયું',
  Latin:
    'e My UP Jan Mitra Police Sewa Citizen Himsuraksha App Kavach Seva One Gov Yojana Gujarat Sahyog',
} as const;
type Script = keyof typeof words;

/** A text of words from `least` to `most` characters. */
function write(script: Script, [least, most]: readonly [number, number], random: Random): string {
  const pool = words[script].split(' ');
  const aim = least + Math.floor(random() * (most - least + 1));
  let text = '';
  for (let tries = 0; tries < 80 && text.length < aim; tries += 1) {
    const word = pool[Math.floor(random() * pool.length)] ?? '';
    const longer = text === '' ? word : `${text} ${word}`;
    if (longer.length <= aim) text = longer;
  }
  return text.length >= least ? text : write(script, [least, most], random);
}

/** The campaign with other names and words, shown as a demonstration or not. */
function reword(base: Campaign, script: Script, random: Random): Campaign {
  const own = (range: readonly [number, number]) => write(script, range, random);
  const name = write('Latin', [3, 24], random);
  const { tile: _, ...app } = { ...base.app, name, nameHi: own([3, 24]) };
  const { demonstration: _shown, ...rest } = base;
  const notice = base.demonstration?.notice ?? { hi: 'प्रदर्शन नमूना: तथ्य अपुष्ट', en: '' };
  const said = (hi: string) => ({ hi, en: hi });
  return {
    ...rest,
    ...(random() < 0.5 ? { demonstration: { stamp: notice, notice } } : {}),
    app,
    copy: {
      ...base.copy,
      state: said(own([4, 24])),
      headline: said(own([8, 40])),
      motto: said(own([6, 30])),
      stores: said(base.copy.stores.hi.replace(/“.*”/, `“${name}”`)),
    },
  };
}

const bases = [
  ['up-cop', 'Devanagari'],
  ['maharashtra-citizen-portal', 'Devanagari'],
  ['gujarat-citizen-first', 'Gujarati'],
] as const;
const pieces = ['pamphlet', 'poster-a3', 'standee', 'sticker', 'tent'];
const fonts = loadFonts();
const sources = { fonts, pictures: loadPictures(), intent: coatedIntent() };
const checker = await createPressChecker(fonts);

/** Everything that preflight finds on the artworks of a campaign, each with a station of random name. */
async function inspect(
  campaign: Campaign,
  { script, chosen, random }: { script: Script; chosen: readonly string[]; random: Random },
) {
  const expectedOf = createExpected(campaign, fonts);
  const layouts = await layOutShared(chosen.map(artworkById), campaign, sources);
  const found: unknown[] = [];
  for (const layout of layouts) {
    const artwork = artworkById(layout.artwork);
    const url = `https://${campaign.links.host}/Q17SN0N`;
    const imprint = {
      ...{ district: 'some', station: 'where', code: '17SN0N', url },
      name: write(script, [4, 24], random),
      districtName: write(script, [6, 24], random),
    };
    const stamper = createStamper(artwork, layout, { campaign, fonts });
    const { parts } = stamper.pressFile(imprint, stamper.shapes(imprint));
    const { width: widthMm, height: heightMm } = (artwork.imposition ?? artwork.format).trimMm;
    const entry = { url, code: imprint.code, widthMm, heightMm } as ManifestFile;
    const expected = expectedOf(artwork, imprint);
    for (const finding of await checker.checkPress(Buffer.concat(parts), entry, expected))
      found.push({ artwork: artwork.id, ...finding });
  }
  return found;
}

describe.each(bases)('names and words that are not those of %s', (id, script) => {
  const base = loadCampaign(id);
  const inspectAll = async (chosen: readonly string[], seeds: number) => {
    const found: unknown[] = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      const random = seededRandom(seed);
      found.push(...(await inspect(reword(base, script, random), { script, chosen, random })));
    }
    return found;
  };

  test('leave no ink over ink, none over an edge and none too small on a board', async () => {
    expect(await inspectAll(['board'], 10)).toEqual([]);
  });

  test('leave none on the pieces of the kit', async () => {
    expect(await inspectAll(pieces, 2)).toEqual([]);
  });
});
