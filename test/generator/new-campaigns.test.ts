import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { languageFacts, type OwnLanguage, ownLanguages } from '../../campaigns/language.ts';
import { startCampaign } from '../../campaigns/studio/new-campaign-fs.ts';
import { seededRandom } from '../../campaigns/tracker/random.ts';
import { folderForTest } from '../folders.ts';
import { inspectArtworks } from './inspect-artworks.ts';
import { type NewScript, newScripts, placeWords } from './scripts/names.ts';

/** Words of the scripts that are no new ones. */
const known = {
  Devanagari: 'ई घर जन मित्र सेवा नागरिक सुरक्षा कर्तव्य हिमाचल राज्य द्वार संरक्षण न्याय सूँघी हौसला ऑनलाइन',
  Gujarati: 'ઈ ઘર જન મિત્ર સેવા નાગરિક સુરક્ષા રાજ્ય દ્વાર ન્યાય સૂચના હૈયું ઓનલાઈન',
  Arabic: 'شہر تھانہ امن محافظ نگر دوست خدمت عوام ساتھی شہری',
};
const latin = 'e My Jan Mitra Police Sewa Citizen Kavach Seva One Gov Yojana Sahyog'.split(' ');

function wordsOf(language: OwnLanguage): string[] {
  const { script } = languageFacts[language];
  const isNew = newScripts.some((name) => name === script);
  const all = isNew ? placeWords(script as NewScript) : known[script as keyof typeof known];
  return all.split(' ').filter((word) => word.length <= 10);
}

describe.each(ownLanguages)('a campaign that was just begun in %s', (language) => {
  const words = wordsOf(language);
  const short = words.filter((word) => word.length < 6);
  const random = seededRandom(49);
  const pick = (from: readonly string[], count: number) =>
    Array.from({ length: count }, () => from[Math.floor(random() * from.length)]).join(' ');

  test.each([1, 2, 3, 4])(
    'passes its own preflight with any names, attempt %i',
    // A second try would have other names.
    { retry: 0 },
    async (attempt) => {
      const services = [1, 2, 3, 4].map((at) => `${pick(short, 1)}/Service ${at}`).join(';');
      const more = {
        helpLines: '112, 1930',
        motto: 'A motto',
        mottoOwn: pick(short, 1),
        fee: 'The app is free.',
        feeOwn: pick(words, 4),
        services,
      };
      const answers = {
        language,
        app: pick(latin, 1 + Math.floor(random() * 2)),
        appOwn: pick(words, 1),
        state: 'Some State',
        stateOwn: pick(words, 1),
        goal: 1000,
        goalEnds: '2030-01-01',
        district: 'First Town',
        districtOwn: pick(words, 1),
        station: 'City',
        stationOwn: pick(words, 1),
        ...(attempt % 2 === 0 && more),
      };
      const today = '2026-12-02';
      // A second try of the run has a folder of its own.
      const where = folderForTest('new-campaigns-');
      const campaign = loadCampaign(await startCampaign('begun', answers, { where, today }));
      const places = () => [{ name: pick(words, 1), districtName: pick(words, 1) }];
      const artworks = ['board', 'pamphlet', 'poster-a3', 'standee'];
      const found = (await inspectArtworks(campaign, artworks, places)).flatMap(
        ({ artwork, place, found: own }) => own.map((each) => ({ artwork, place, ...each })),
      );
      expect(found).toEqual([]);
    },
  );
});
