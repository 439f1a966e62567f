import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { soundKey } from '../../../campaigns/directory/sound-key.ts';

describe('the sound of a word', () => {
  it.each([
    'चौक chowk chauk chouk',
    'हजरतगंज हज़रतगंज hazratganj hajratganj hazratgnj',
    'कोतवाली kotwali kotvali kotwalee',
    'अलीगढ़ अलिगढ़ aligarh aleegarh',
    'देवरिया deoria devariya',
    'इटावा etawah itawa',
    'गांव गाँव gaon gaun',
    'सम्भल संभल sambhal sanbhal',
    'प्रयागराज prayagraj prayaagraj',
    'वाराणसी varanasi waranasi',
    'फूलपुर फूलपूर phoolpur fulpur',
    'बरेली bareilly bareli',
    'गोसाईंगंज gosainganj',
    'रहरा rahra',
    'क्षेत्र kshetra',
    '१२६ 126',
  ])('is the same for %s', (words) => {
    expect(new Set(words.split(' ').map(soundKey)).size).toBe(1);
  });

  it.each([
    ['हापुड़', 'हमीरपुर'],
    ['रहरा', 'रारा'],
    ['मऊ', 'महू'],
    ['सेक्टर-20', 'सेक्टर-24'],
    ['chowk', 'sauk'],
  ])('differs between %s and %s', (one, other) => {
    expect(soundKey(one)).not.toBe(soundKey(other));
  });

  it('joins three quarters of the Hindi names with their English spelling', () => {
    const sound = (name: string) =>
      name
        .split(/[^\p{L}\p{M}\p{N}]+/u)
        .map(soundKey)
        .join('');
    const { stations } = loadDirectory();
    const alike = stations.filter(({ nameHi, nameEn }) => sound(nameHi) === sound(nameEn));
    expect(alike.length / stations.length).toBeGreaterThan(0.75);
  });
});
