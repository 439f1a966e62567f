/**
 * One spelling a word in all Hindi that is printed, shown, spoken or sent. A new word is a row here; `npm run check` reads
 * every string by it, and `npm run spell` writes them so. What is quoted from the papers stays as it is there.
 */

/** `write` takes the place of each of `not`, wherever a word begins with it; with `whole` only where it is the whole word. */
interface HouseSpelling {
  write: string;
  not: readonly string[];
  whole?: true;
}

const houseSpellings: readonly HouseSpelling[] = [
  // The papers have it so, and officers know it from there.
  { write: 'पम्पलेट', not: ['पैम्फलेट', 'पैंफलेट', 'पेम्फलेट', 'पंपलेट', 'पैम्पलेट'] },
  { write: 'वैकल्पिक', not: ['ऐच्छिक'] },
  { write: 'खोया सामान', not: ['खोई वस्तु', 'खोयी वस्तु', 'खोई हुई वस्तु'] },
  { write: 'खोए', not: ['खोये'] },
  // Signs of units have no full stop (SI), and a short word fits next to measures.
  { write: 'मिमी', not: ['मि.मी.', 'मि०मी०', 'मि॰मी॰', 'मिलीमीटर'] },
  { write: 'सेमी', not: ['से.मी.', 'से०मी०', 'से॰मी॰', 'सेंटीमीटर'] },
  { write: 'मिलीसेकंड', not: ['मि०से०', 'मि.से.'] },
  { write: 'सेकंड', not: ['सेकेण्ड', 'सेकण्ड', 'सेकेंड', 'सैकंड'] },
  { write: 'रुपये', not: ['रुपए'] },
  { write: 'छह', not: ['छः'], whole: true },
  { write: 'ई-मेल', not: ['ईमेल', 'इमेल'] },
  { write: 'व्हाट्सऐप', not: ['व्हाट्सएप', 'व्हाट्स एप', 'व्हाट्सप', 'वॉट्सऐप'] },
  { write: 'क्यूआर', not: ['क्यू आर', 'क्यू०आर०'] },
  { write: 'ऐप', not: ['एप्प', 'एप'], whole: true },
  { write: 'मोबाइल', not: ['मोबाईल'] },
  { write: 'ऑपरेटर', not: ['आपरेटर'] },
  { write: 'पर्द', not: ['परद'] },
  { write: 'आकलन', not: ['आंकलन', 'आँकलन'] },
  { write: 'चिह्न', not: ['चिन्ह'] },
  { write: 'शृंखला', not: ['श्रृंखला'] },
  { write: 'निःशुल्क', not: ['नि:शुल्क', 'निशुल्क', 'निश्शुल्क'] },

  // Letters spoken one by one: no mark between them.
  { write: 'एफ़आईआर', not: ['एफआईआर', 'एफ०आई०आर०', 'एफ़ आई आर'] },
  { write: 'एफ़एम', not: ['एफएम', 'एफ०एम०', 'एफ़०एम०'] },
  { write: 'सीबीएफ़सी', not: ['सीबीएफसी'] },
  { write: 'एसएमएस', not: ['एस०एम०एस०'] },
  { write: 'आईडी', not: ['आई०डी०'] },
  { write: 'आईपी', not: ['आई०पी०'] },
  { write: 'आईटी', not: ['आई०टी०'] },
  { write: 'ओटीपी', not: ['ओ०टी०पी०'] },
  { write: 'डीएलटी', not: ['डी०एल०टी०'] },
  { write: 'डीएनडी', not: ['डी०एन०डी०'] },
  { write: 'जीएसटी', not: ['जी०एस०टी०'] },
  { write: 'जीआरपी', not: ['जी०आर०पी०'] },
  { write: 'पीआरओ', not: ['पी०आर०ओ०'] },
  { write: 'एमटी', not: ['एम०टी०'] },

  // Chandrabindu wherever no sign is over the line.
  { write: 'जाँच', not: ['जांच'] },
  { write: 'गाँव', not: ['गांव'] },
  { write: 'पहुँच', not: ['पहुंच'] },
  { write: 'झाँस', not: ['झांस'] },
  { write: 'गँवा', not: ['गंवा'] },

  // फ़ and ज़ with their dot. Offices that the force writes without it keep their names: जोन, जिला.
  ...dotted('फ', 'फ़', [
    ...['फोन', 'टेलीफोन', 'फोटो', 'फिल्म', 'फाइल', 'फुट', 'फ्रेम', 'फ्री', 'फ्लेक्स', 'फॉर्म'],
    ...['फिनिश', 'फिटिंग', 'फोल्डर', 'फेसबुक', 'फ्रंटलिट', 'फायद', 'फरवरी', 'फर्क', 'फैसल'],
    ...['ऑफ', 'काफी', 'खिलाफ', 'गिफ्ट', 'गिरफ्तार', 'ट्रैफिक', 'तोहफ', 'मुफ्त', 'सफेद', 'स्टाफ', 'सॉफ्ट'],
  ]),
  { write: 'साफ़', not: ['साफ'], whole: true },
  { write: 'स्टाफ़', not: ['स्टॉफ'] },
  { write: 'सॉफ़्ट', not: ['साफ्ट'] },
  { write: 'ऑफ़िसर', not: ['आफिसर', 'आफीसर'] },
  { write: 'फ़ाइल', not: ['फाईल', 'फ़ाईल'] },
  { write: 'फ़ॉन्ट', not: ['फॉण्ट', 'फ़ॉण्ट', 'फॉन्ट'] },
  ...dotted('ज', 'ज़', [
    ...['अंग्रेज', 'आवाज', 'बाजार', 'दरवाज', 'जरूर', 'ज्याद', 'ताजा', 'ताजी', 'ताजगी', 'तेजी'],
    ...['दस्तावेज', 'रोजगार', 'हजार', 'ब्राउजर', 'रिलीज', 'रेजोल्यूशन', 'प्लीज', 'मंजूर', 'डिजाइन', 'यूजर'],
  ]),
  { write: 'ज़बरदस्त', not: ['जबरदस्त'] },
  { write: 'ज़िम्मेदार', not: ['जिम्मेदार'] },
  { write: 'तेज़', not: ['तेज'], whole: true },
  { write: 'रोज़', not: ['रोज'], whole: true },
  { write: 'साइज़', not: ['साईज', 'साइज', 'साईज़'], whole: true },
  { write: 'काग़ज़', not: ['कागज', 'कागज़', 'काग़ज'] },
];

/** Spellings that hold for every word; `except` has those that the dictionary writes otherwise, and names of offices. */
const rules: readonly { found: RegExp; write: string | ((...parts: string[]) => string) }[] = [
  // नंबर, संपर्क, हिंदी: a nasal before a letter of the same row is a dot (Central Hindi Directorate).
  { found: /ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])/g, write: 'ं' },
  // आएगा, गई, कराएँ: the vowel that is heard.
  {
    found: /(?<=[\p{L}\p{M}])य([ेी])(ं?)(?=(?:गा|गे|गी)?(?![\p{L}\p{M}]))/gu,
    write: (_, vowel = '', dot = '') =>
      `${vowel === 'े' ? 'ए' : 'ई'}${dot && (vowel === 'े' ? 'ँ' : 'ं')}`,
  },
  { found: /एं(?![\p{L}\p{M}])/gu, write: 'एँ' },
  { found: /ियां(?![\p{L}\p{M}])/gu, write: 'ियाँ' },
  // खाली, अखबार, मौका: no dot but in काग़ज़, which has a row.
  { found: /क\u093c/g, write: 'क' },
  { found: /ख\u093c/g, write: 'ख' },
  { found: /ग\u093c(?!ज)/g, write: 'ग' },
];

/** Words that a rule would change, and that are right: of the dictionary, of the papers, of the force's own offices. */
const except = /^(?:ये|रुपये|पहिये|किराये|.*दायी|स्थायी|अस्थायी|पम्पलेट.*|रोये|सेवायें|न्यायी|व्यवसायी)$/u;

const sorted = houseSpellings
  .flatMap(({ write, not, whole }) => not.map((word) => ({ word, write, whole })))
  .sort((a, b) => b.word.length - a.word.length);
const writeFor = new Map(sorted.map(({ word, write }) => [word, write]));
const rows = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${sorted
    .map(({ word, whole }) => escapeForm(word) + (whole ? '(?![\\p{L}\\p{M}])' : ''))
    .join('|')})(?!\u093c)`,
  'gu',
);

/** The text as the house spells it. */
export function spellAsHouse(text: string): string {
  return text
    .normalize('NFC')
    .replace(rows, (word) => writeFor.get(word) ?? word)
    .replace(/[\p{L}\p{M}]+/gu, applyRules);
}

function applyRules(word: string): string {
  if (!/\p{Script=Devanagari}/u.test(word) || except.test(word)) return word;
  return rules.reduce(
    (rest, { found, write }) =>
      typeof write === 'string' ? rest.replace(found, write) : rest.replace(found, write),
    word,
  );
}

function dotted(plain: string, letter: string, words: readonly string[]): HouseSpelling[] {
  return words.map((word) => ({ write: word.replace(plain, letter), not: [word] }));
}

function escapeForm(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
