/** Devanagari letters by sound: aspiration, length and place of t, d, n, s are given up, as in Latin spelling. */
const devanagari: Readonly<Record<string, string>> = {
  ...sounds('k', 'कख'),
  ...sounds('g', 'गघ'),
  ...sounds('c', 'चछ'),
  ...sounds('j', 'जझ'),
  ...sounds('t', 'टठतथ'),
  ...sounds('d', 'डढदध'),
  ...sounds('n', 'नणञङंँ'),
  ...sounds('p', 'पफ'),
  ...sounds('b', 'बभ'),
  ...sounds('m', 'म'),
  ...sounds('r', 'र'),
  ...sounds('l', 'लळ'),
  ...sounds('s', 'सशष'),
  ...sounds('h', 'ह'),
  ...sounds('a', 'अआाऍॅ'),
  ...sounds('i', 'इईएऐिीेैय'),
  ...sounds('u', 'उऊओऔुूोौॉऑव'),
  ...sounds('ri', 'ऋृ'),
};

/** Latin letters by the same sounds; c is decided by what follows it. */
const latin: Readonly<Record<string, string>> = {
  ...sounds('k', 'kq'),
  ...sounds('j', 'jz'),
  ...sounds('p', 'pf'),
  ...sounds('i', 'iey'),
  ...sounds('u', 'uovw'),
  ...sounds('ks', 'x'),
};

const consonants = /[kgcjtdnpbmrls]/;
const virama = '\u094d';

/**
 * How a word sounds, in Latin letters, alike for Hindi and for any usual spelling of it in English:
 * चौक, chowk and chauk are "cuk"; हजरतगंज and hazratgnj are "hjrtgnj". Digits stay.
 * Every a is dropped but the first letter's, because English spellings and schwas disagree on it.
 */
export function soundKey(word: string): string {
  const text = word
    .toLowerCase()
    .normalize('NFD') // ड़ becomes ड and a nukta, é becomes e and an accent
    .replace(/[\u200b-\u200d]/g, '')
    .replace(/[डढ]\u093c/g, 'र')
    .replace(/\u093c/g, '')
    .replace(/ज्ञ/g, 'गय')
    .replace(/^a(?=[iu])/, '') // औरंगाबाद: Aurangabad
    .replace(/a(on|un|wn|nw)$/, 'anv'); // गांव: gaon, gaun, gawn
  let key = '';
  let apart = true; // a vowel, written or inherent, is after the last consonant
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    const sound = soundAt(text, at);
    if (sound === 'a') {
      if (key === '') key = 'a';
      apart = true;
    } else if (sound !== '') {
      key = append(key, sound, apart);
      apart = char >= 'क' && char <= 'ह';
    } else if (char === virama) {
      apart = false;
    }
  }
  return key.replace(/(?<=.)h$/, '');
}

function soundAt(text: string, at: number): string {
  const char = text[at] as string;
  if (char >= '0' && char <= '9') return char;
  if (char >= '०' && char <= '९') return String(char.charCodeAt(0) - 0x0966);
  if (char === 'c') return soundOfC(text[at + 1] ?? '');
  const sound = devanagari[char] ?? latin[char];
  if (sound !== undefined) return sound;
  return char >= 'a' && char <= 'z' ? char : '';
}

function soundOfC(next: string): string {
  if (next === 'h') return 'c';
  return /[eiy]/.test(next) ? 's' : 'k';
}

/** Doubled letters count once and an h after a consonant not at all, unless a vowel keeps them apart. */
function append(key: string, sound: string, apart: boolean): string {
  const last = key.at(-1) ?? '';
  if (sound === 'h' && !apart && consonants.test(last)) return key;
  // संभल, सम्भल and Sanbhal: before a lip sound every nasal is m.
  if ((sound === 'p' || sound === 'b') && last === 'n') return `${key.slice(0, -1)}m${sound}`;
  const vowels = sound === 'i' || sound === 'u';
  if (sound === last && (vowels || !apart) && !/\d/.test(sound)) return key;
  return key + sound;
}

function sounds(sound: string, letters: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, sound]));
}
