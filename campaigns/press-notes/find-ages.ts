import type { Hit } from './finding.ts';
import { numberAt } from './number-words.ts';
import { indexStems, longestStemAt, stemsAt } from './stems.ts';
import { splitWords, type Word } from './word-keys.ts';

const adult = 18;
type Sign =
  | 'of-age'
  | 'years'
  | 'of'
  | 'lasting'
  | 'age'
  | 'below'
  | 'born'
  | 'birth'
  | 'springs'
  | 'not-yet'
  | 'turns'
  | 'class'
  | 'place-in-class';

const signs = indexStems<Sign>([
  ['of-age', 'वर्षीय* वर्षिय* सालीय varshiy* varsiy* year_old years_old yr_old yrs_old yo y_o'],
  ['years', 'वर्ष वर्षों साल सालों वर्श बरस बरसों years year yrs yr saal sal varsh'],
  ['of', 'की का के ki ka ke old of_age तक_की'],
  [
    'lasting',
    'सजा* वारंटी* गारंटी* कारावास* अवधि* भीतर अंदर बाद* दौरान लिए लिये अंतराल* कैद अनुभव* जमानत* रिकार्ड* रिकॉर्ड* आंकड़* डेटा अभिलेख* कार्यकाल* सेवा* समय* मुकाबल* अंत प्रारंभ आरंभ सापेक्ष तुलना* पुरान* कठोर सश्रम रोकथाम* ब्याज* किश्त* पुलिस से में पहले',
  ],
  ['age', 'उम्र आयु उमर aged age umra umar umr ayu'],
  ['below', 'से_कम से_नीचे से_छोट* below under'],
  ['born', 'जन्मतिथि* जन्म_तिथि* जन्म_वर्ष जन्मदिन birthday dob d_o_b date_of_birth born'],
  ['birth', '=जन्म janm'],
  ['springs', 'बसंत वसंत'],
  ['not-yet', 'पूरे_होने पूरा_होने पूरी_होने की_नहीं का_नहीं के_नहीं की_भी_नहीं'],
  ['turns', 'turn turned turning turns barely hardly'],
]);
const classSigns = indexStems<Sign>([
  ['class', 'कक्षा क्लास class std standard grade'],
  ['place-in-class', 'वीं वी वें th st nd rd'],
]);
const studies = indexStems([['studies', 'पढ़* पढ* अध्ययन* छात्र* कक्षा पास उत्तीर्ण* परीक्षा*']]);
const harmlessMinor = indexStems([
  ['harmless', 'injur* damage* accident* repair* offen* fault* scratch* change* delay* fire*'],
]);

/** Ages below 18, days of birth, classes of a school. */
export function findAges(text: string, words: readonly Word[]): Hit[] {
  return words.flatMap((word, place) => {
    const range = (last: number, rule: Hit['rule'], first = place): Hit[] => [
      { rule, from: words[first]?.from ?? word.from, to: words[last]?.to ?? word.to },
    ];
    if (word.text === 'minor')
      return stemsAt(harmlessMinor, words, place + 1).length > 0 ? [] : range(place, 'child');
    const sign = signAt(words, place);
    if (sign?.name === 'born') return range(Math.min(sign.last + 3, words.length - 1), 'age');
    if (sign?.name === 'birth') {
      const year = [1, 2, 3].find((step) => isYearOfMinors(words[sign.last + step]));
      return year === undefined ? [] : range(sign.last + year, 'age');
    }
    if (sign?.name === 'turns') {
      const turned = numberAt(words, sign.last + 1);
      return turned && turned.value <= adult ? range(turned.last, 'age') : [];
    }
    if (isOfClass(word) && stemsAt(studies, words, place + 1).length > 0)
      return range(place, 'school');
    if (isTeenth(word) && signAt(words, place + 1)?.name === 'years')
      return range(place + 1, 'age');
    if (sign?.name === 'age') return ageBehind(text, words, sign.last, range);
    const inClass = stemsAt(classSigns, words, place)[0];
    if (
      inClass?.name === 'class' &&
      (numberAt(words, place + 1) || /^[ivx]{1,4}$/.test(words[place + 1]?.text ?? ''))
    )
      return range(place + 1, 'school');
    const number = numberAt(words, place);
    if (number === undefined || isPartOfNumber(text, words, place)) return [];
    const behind = signAt(words, number.last + 1);
    if (stemsAt(classSigns, words, number.last + 1)[0]?.name === 'place-in-class') {
      const isStudying = [2, 3, 4].some(
        (step) => stemsAt(studies, words, number.last + step).length > 0,
      );
      return isStudying ? range(number.last + 1, 'school') : [];
    }
    if (behind === undefined || number.value > adult) return [];
    if (behind.name === 'springs' || behind.name === 'not-yet') return range(behind.last, 'age');
    const isBelow = number.value < adult || isSaidBelow(words, place, number.last);
    if (!isBelow) return [];
    if (behind.name === 'of-age') return range(behind.last, 'age');
    if (behind.name === 'below') {
      // Fewer than three is no age.
      const isAge = number.value === adult || signAt(words, behind.last + 1)?.name === 'age';
      return isAge ? range(behind.last, 'age') : [];
    }
    if (behind.name !== 'years') return [];
    const next = signAt(words, behind.last + 1);
    const isOf = next?.name === 'of' || next?.name === 'below' || next?.name === 'age';
    const lasts = signAt(words, (isOf ? next.last : behind.last) + 1)?.name === 'lasting';
    return (isOf && !lasts) || isSetOff(text, word, words[behind.last])
      ? range(behind.last, 'age')
      : [];
  });
}

const signAt = (words: readonly Word[], place: number) => longestStemAt(signs, words, place);

/** Of somebody who may be a minor; who was born before is of age. */
function isYearOfMinors(word: Word | undefined): boolean {
  return word?.isNumber === true && /^20\d\d$/.test(word.text);
}

/** सोलहवें साल; not the second year of an office. */
function isTeenth(word: Word): boolean {
  const place = ordinalIn(word);
  return place > 10 && place <= adult;
}

/** दसवीं उत्तीर्ण: of a school's twelve. */
function isOfClass(word: Word): boolean {
  const place = ordinalIn(word);
  return place > 4 && place <= 12;
}

/** Zero for what is no ordinal. */
function ordinalIn({ text, isLatin }: Word): number {
  const stem = isLatin ? undefined : /^(.+)व(?:ें|ीं|ां|े|ी|ा)$/.exec(text)?.[1];
  return stem === undefined ? 0 : (numberAt(splitWords(stem), 0)?.value ?? 0);
}

function ageBehind(
  text: string,
  words: readonly Word[],
  age: number,
  range: (last: number, rule: Hit['rule']) => Hit[],
): Hit[] {
  for (let place = age + 1; place <= age + 4; place += 1) {
    const next = words[place];
    if (next === undefined || /[।.\n]/.test(text.slice(words[place - 1]?.to ?? 0, next.from)))
      return [];
    const number = numberAt(words, place);
    if (number === undefined) continue;
    return number.value < adult ||
      (number.value === adult && isSaidBelow(words, place, number.last))
      ? range(number.last, 'age')
      : [];
  }
  return [];
}

/** Three words around: 18 वर्ष से कम, under 18. */
function isSaidBelow(words: readonly Word[], first: number, last: number): boolean {
  return [first - 1, last + 1, last + 2, last + 3].some(
    (place) => signAt(words, place)?.name === 'below',
  );
}

/** Set off behind a name: राहुल (15 वर्ष), राहुल, 15 वर्ष, … */
function isSetOff(text: string, first: Word, last: Word | undefined): boolean {
  const before = text
    .slice(Math.max(0, first.from - 2), first.from)
    .trimEnd()
    .at(-1);
  const end = last?.to ?? 0;
  const after = text.slice(end, end + 2).trimStart()[0];
  return (before === '(' || before === ',') && (after === ')' || after === ',');
}

function isPartOfNumber(text: string, words: readonly Word[], place: number): boolean {
  const from = words[place]?.from ?? 0;
  // Twenty-two is no two.
  const before = numberAt(words, place - 1);
  return (
    /[\d][.,:/]$/.test(text.slice(Math.max(0, from - 2), from)) ||
    (before !== undefined && before.last >= place)
  );
}
