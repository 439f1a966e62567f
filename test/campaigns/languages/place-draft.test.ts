import { describe, expect, test } from 'vitest';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { edits } from '../../../campaigns/directory/edit-distance.ts';
import { checkOwnName } from '../../../campaigns/directory/name-check.ts';
import { ownLanguages } from '../../../campaigns/language.ts';
import { draftEnglishName, draftOwnName } from '../../../campaigns/languages/place-draft.ts';

const { stations } = loadBaseDirectory();

describe('a draft of a name', () => {
  test.each([
    ['hi', 'Raipur Kotwali', 'रायपुर कोतवाली'],
    ['hi', 'Ramgarh-2', 'रामगढ़-2'],
    ['mr', 'Ballia', 'बल्लिया'],
    ['gu', 'Champa', 'ચંપા'],
    ['bn', 'Champa Road', 'চম্পা রোড'],
    ['pa', 'Patti Kalan', 'ਪੱਟੀ ਕਲਾਂ'],
    ['or', 'Ganjam', 'ଗଞ୍ଜମ'],
    ['ta', 'Dindigul Town', 'திண்டிகுல் டாஉன்'],
    ['te', 'Nandigama', 'నండిగమ'],
    ['kn', 'Mangaluru Rural', 'ಮಂಗಲುರು ರೂರಲ್'],
    ['ml', 'Kollam Port', 'കോല്ലം പോർട്'],
    ['ml', 'Kozhikode City', 'കോഴികോദ് സിറ്റി'],
    ['ml', 'Thrissur', 'ത്രിസ്സുർ'],
    ['ur', 'Raipur', 'رائے پور'],
  ] as const)('in %s: %s is %s', (language, english, own) => {
    expect(draftOwnName(english, language)).toBe(own.normalize('NFC'));
  });

  test.each([
    ['hi', 'बमरौली कटारा', 'Bamrauli Katara'],
    ['hi', 'महिला थाना', 'Mahila Thana'],
    ['mr', 'सेक्टर ७', 'Sector 7'],
    ['pa', 'ਲੁਧਿਆਣਾ', 'Ludhiana'],
    ['or', 'କଟକ', 'Katak'],
    ['ta', 'சென்னை', 'Chennai'],
    ['te', 'నందిగామ', 'Nandigama'],
    ['kn', 'ಬೆಂಗಳೂರು', 'Bengaluru'],
    ['ml', 'കൊല്ലം', 'Kollam'],
    ['ur', 'لکھنؤ', null],
  ] as const)('from %s: %s is %s', (language, own, english) => {
    expect(draftEnglishName(own.normalize('NFC'), language)).toBe(english);
  });

  test.each(ownLanguages)(
    'in %s has letters of its script alone, of any name that there is',
    (language) => {
      const wrong = stations
        .map(({ nameEn }) => draftOwnName(nameEn, language))
        .filter((own) => checkOwnName(own, language));
      expect(wrong).toEqual([]);
    },
  );

  test('of a real name is the name itself in every third case, and one sign off in two of three', () => {
    const plain = (own: string) =>
      own.replaceAll('\u093c', '').replaceAll('ँ', 'ं').replaceAll('-', ' ');
    const off = stations.map(
      ({ nameEn, nameHi }) => edits(plain(draftOwnName(nameEn, 'hi')), plain(nameHi), 5).whole,
    );
    const share = (most: number) => off.filter((count) => count <= most).length / off.length;
    expect(share(0)).toBeGreaterThan(0.37);
    expect(share(1)).toBeGreaterThan(0.67);
  });
});
