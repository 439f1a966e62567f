/** Reads rupees as people write them (`12`, `12.5`, `1,250.75`) into paise; undefined for anything else. */
export function parseRupees(text: string): number | undefined {
  const [, whole = '', fraction = ''] =
    /^(\d{1,9}|\d{1,3}(?:,\d{2,3})+)(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole === '') return undefined;
  return Number(whole.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0'));
}

const hindiUnits = (
  'शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस ' +
  'बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस ' +
  'तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस ' +
  'चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास ' +
  'पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ ' +
  'साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर ' +
  'सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी ' +
  'अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी ' +
  'नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे'
).split(' ');
const englishUnits = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const scales = {
  hi: ['करोड़', 'लाख', 'हज़ार', 'सौ'],
  en: ['crore', 'lakh', 'thousand', 'hundred'],
} as const;
const steps = [10_000_000, 100_000, 1_000, 100];

function belowHundred(value: number, language: 'hi' | 'en'): string {
  if (language === 'hi') return hindiUnits[value] ?? '';
  if (value < 20) return englishUnits[value] ?? '';
  const tens = englishTens[Math.floor(value / 10) - 2] ?? '';
  return value % 10 === 0 ? tens : `${tens}-${englishUnits[value % 10]}`;
}

/** A whole number in words, by crore, lakh and thousand. */
export function inWords(value: number, language: 'hi' | 'en'): string {
  if (value < 100) return belowHundred(value, language);
  const at = steps.findIndex((step) => value >= step);
  const step = steps[at] ?? 1;
  const head = `${inWords(Math.floor(value / step), language)} ${scales[language][at]}`;
  const rest = value % step;
  return rest === 0 ? head : `${head} ${inWords(rest, language)}`;
}

/** An amount in words as bills close: "रुपये एक हजार दो सौ पचास पैसे मात्र". */
export function rupeesInWords(paise: number, language: 'hi' | 'en'): string {
  const rupees = inWords(Math.trunc(paise / 100), language);
  const rest = paise % 100;
  if (language === 'hi') {
    return rest === 0 ? `रुपये ${rupees} मात्र` : `रुपये ${rupees} तथा ${inWords(rest, 'hi')} पैसे मात्र`;
  }
  const text =
    rest === 0 ? `Rupees ${rupees} only` : `Rupees ${rupees} and ${inWords(rest, 'en')} paise only`;
  return text;
}
