import { spellAsHouse } from '../../words/house-spellings.ts';
import { placeEndings, placeWords } from './place-words.ts';

const consonants: Readonly<Record<string, string>> = {
  ...{ क: 'ک', ख: 'کھ', ग: 'گ', घ: 'گھ', ङ: 'ن', च: 'چ', छ: 'چھ', ज: 'ج', झ: 'جھ', ञ: 'ن' },
  ...{ ट: 'ٹ', ठ: 'ٹھ', ड: 'ڈ', ढ: 'ڈھ', ण: 'ن', त: 'ت', थ: 'تھ', द: 'د', ध: 'دھ', न: 'ن' },
  ...{ प: 'پ', फ: 'پھ', ब: 'ب', भ: 'بھ', म: 'م', य: 'ی', र: 'ر', ल: 'ل', व: 'و', श: 'ش' },
  ...{ ष: 'ش', स: 'س', ह: 'ہ', क़: 'ق', ख़: 'خ', ग़: 'غ', ज़: 'ز', ड़: 'ڑ', ढ़: 'ڑھ', फ़: 'ف' },
};

/** Vowels at a word's beginning, and after another vowel, where Urdu has a hamza. */
const vowels: Readonly<Record<string, readonly [first: string, later: string]>> = {
  अ: ['ا', 'ا'],
  आ: ['آ', 'ا'],
  इ: ['ا', 'ئ'],
  ई: ['ای', 'ئی'],
  उ: ['ا', 'ؤ'],
  ऊ: ['او', 'ؤ'],
  ऋ: ['ر', 'ر'],
  ए: ['ای', 'ئے'],
  ऐ: ['ای', 'ئے'],
  ओ: ['او', 'ؤ'],
  औ: ['او', 'ؤ'],
  ऑ: ['آ', 'آ'],
};

/** Short vowels are not written within a word, and e is a letter of its own at the end. */
const signs: Readonly<Record<string, readonly [within: string, last: string]>> = {
  'ा': ['ا', 'ا'],
  'ि': ['', 'ی'],
  'ी': ['ی', 'ی'],
  'ु': ['', 'و'],
  'ू': ['و', 'و'],
  'ृ': ['ر', 'ر'],
  'े': ['ی', 'ے'],
  'ै': ['ی', 'ے'],
  'ो': ['و', 'و'],
  'ौ': ['و', 'و'],
  'ॉ': ['ا', 'ا'],
  'ं': ['ن', 'ں'],
  'ँ': ['ن', 'ں'],
  'ः': ['ہ', 'ہ'],
  '्': ['', ''],
};

/**
 * A draft of a place name in Urdu letters: words of the table, parts that Urdu writes apart, and all else by its sound. Somebody who
 * reads Urdu has to look at it.
 * @param known spellings that go before the table, by the Hindi word
 */
export function draftUrdu(text: string, known: Readonly<Record<string, string>> = {}): string {
  return spellAsHouse(text.normalize('NFC'))
    .replaceAll('ांव', 'ाँव')
    .replace(/[\p{Script=Devanagari}.]+/gu, (word) => draftWord(word, known))
    .replace(/ +/g, ' ')
    .trim();
}

function draftWord(word: string, known: Readonly<Record<string, string>>): string {
  const whole = known[word] ?? placeWords[word];
  if (whole !== undefined) return whole;
  const ending = placeEndings.find(
    ([hindi]) => word.endsWith(hindi) && word.length > hindi.length + 1,
  );
  if (ending === undefined) return bySound(word);
  const [hindi, urdu] = ending;
  const stem = word.slice(0, -hindi.length);
  return `${placeWords[stem] ?? bySound(stem)} ${urdu}`;
}

/** Ends of words that are heard otherwise than their letters say. */
const heardEnds: readonly (readonly [RegExp, string])[] = [
  [/ा[ंँ]व$/, 'اؤں'],
  [/ाव$/, 'اؤ'],
  [/ाय$/, 'ائے'],
  [/(?<=[क-ह])य$/, 'ے'],
];

function bySound(word: string): string {
  const heard = heardEnds.find(([end]) => end.test(word));
  if (heard !== undefined) return spell(word.replace(heard[0], ''), false) + heard[1];
  return spell(word, true);
}

function spell(word: string, isWhole: boolean): string {
  const letters = word.match(/[क-ह]़|\P{Mn}|\p{Mn}/gu) ?? [];
  return letters
    .map((letter, at) => toUrdu(letter, isWhole ? letters : [...letters, ''], at))
    .join('');
}

function toUrdu(letter: string, letters: readonly string[], at: number): string {
  const isLast = at === letters.length - 1;
  const consonant = consonants[letter.normalize('NFC')] ?? consonants[letter];
  if (consonant !== undefined) {
    // A doubled letter is written once, the aspirated one of a pair.
    const next = letters[at + 1] === '्' ? (consonants[letters[at + 2] ?? ''] ?? '') : '';
    return next.startsWith(consonant) ? '' : consonant;
  }
  const vowel = vowels[letter];
  if (vowel !== undefined) {
    const [first, later] = vowel;
    if (at === 0) return first;
    return letter === 'ए' && !isLast ? 'ئی' : later;
  }
  const sign = signs[letter];
  if (sign === undefined) return letter === '.' ? ' ' : letter;
  const followed = letters[at + 1] ?? '';
  // A nasal before a labial is a mim, as it is heard.
  if (letter === 'ं' && /^[पफबभम]/.test(followed)) return 'م';
  // Before a vowel a short one is written, and the y of a diphthong once.
  if (followed in vowels && sign[0] === '') return sign[1];
  if (letter === 'ै' && followed === 'य') return '';
  return isLast ? sign[1] : sign[0];
}
