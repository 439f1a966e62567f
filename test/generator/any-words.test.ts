import { afterAll, describe, expect, test } from 'vitest';
import type { Campaign } from '../../campaigns/campaign.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { type Random, seededRandom } from '../../campaigns/tracker/random.ts';
import { inspectArtworks } from './inspect-artworks.ts';
import { demonstrationIn, writtenScripts } from './scripts/demonstration.ts';
import { placeWords } from './scripts/names.ts';

/** Words with deep conjuncts, high and low matras, long and short ones. */
const words = {
  Devanagari:
    'ई घर जन मित्र पुलिस सेवा नागरिक सुरक्षा कर्तव्य हिमाचल अरुणाचल प्रदेश राज्य मध्य ऑनलाइन शिकायत बैठे पर अभी तुरंत सम्पूर्ण द्वार संरक्षण न्याय छत्तीसगढ़ ट्रैफ़िक हौसला सूँघी',
  Gujarati:
    'ઈ ઘર જન મિત્ર પોલીસ સેવા નાગરિક સુરક્ષા ગુજરાત રાજ્ય ઓનલાઈન ફરિયાદ બેઠાં પર તુરંત સંપૂર્ણ દ્વાર ન્યાય સૂચના હૈયું',
  Bengali: placeWords('Bengali'),
  Gurmukhi: placeWords('Gurmukhi'),
  Tamil: placeWords('Tamil'),
  Latin:
    'e My UP Jan Mitra Police Sewa Citizen Himsuraksha App Kavach Seva One Gov Yojana Gujarat Sahyog',
} as const;
type Script = keyof typeof words;

/** Words so wide that those of 24 letters are too long for some rooms: preflight refuses them, and names the field. */
const wide: ReadonlySet<Script> = new Set(['Tamil']);

/** What was written and looked at, by script, for the report at the end. */
interface Tally {
  letters: number[];
  names: number;
  refused: number;
  faults: number;
}
const tallies = new Map<Script, Tally>();
const tallyOf = (script: Script): Tally => {
  const tally = tallies.get(script) ?? { letters: [], names: 0, refused: 0, faults: 0 };
  tallies.set(script, tally);
  return tally;
};
afterAll(() => {
  for (const [script, { letters, names, refused, faults }] of tallies) {
    const span = `${Math.min(...letters)} to ${Math.max(...letters)}`;
    const texts = `${letters.length} texts of ${span} letters`;
    console.log(
      `${script}: ${texts}, ${names} names, ${refused} refused as too long, ${faults} faults`,
    );
  }
});

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
  if (text.length < least) return write(script, [least, most], random);
  tallyOf(script).letters.push(text.length);
  return text;
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

const bases: readonly [string, Script, Campaign][] = [
  ['up-cop', 'Devanagari', loadCampaign('up-cop')],
  ['maharashtra-citizen-portal', 'Devanagari', loadCampaign('maharashtra-citizen-portal')],
  ['gujarat-citizen-first', 'Gujarati', loadCampaign('gujarat-citizen-first')],
  ...writtenScripts.map(
    (script) =>
      [`a demonstration in ${script}`, script, demonstrationIn(script)] as const satisfies [
        string,
        Script,
        Campaign,
      ],
  ),
];
const pieces = ['pamphlet', 'pamphlet-large', 'poster-a3', 'standee', 'sticker', 'tent'];

describe.each(bases)('names and words that are not those of %s', (_id, script, base) => {
  const inspectAll = async (chosen: readonly string[], seeds: number) => {
    const found: unknown[] = [];
    const tally = tallyOf(script);
    for (let seed = 1; seed <= seeds; seed += 1) {
      const random = seededRandom(seed);
      const placesOf = () => [
        {
          name: write(script, [4, 24], random),
          districtName: write(script, [6, 24], random),
        },
      ];
      for (const each of await inspectArtworks(reword(base, script, random), chosen, placesOf)) {
        tally.names += 1;
        for (const finding of each.found)
          if (finding.rule === 'heights' && wide.has(script)) tally.refused += 1;
          else found.push({ artwork: each.artwork, ...finding });
      }
    }
    tally.faults += found.length;
    return found;
  };

  test('leave no ink over ink, none over an edge and none too small on a board', async () => {
    expect(await inspectAll(['board'], 10)).toEqual([]);
  });

  test('leave none on the pieces of the kit', async () => {
    expect(await inspectAll(pieces, 2)).toEqual([]);
  });
});
