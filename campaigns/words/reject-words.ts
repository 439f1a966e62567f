import type { Bilingual } from '../bilingual.ts';

const number = { hi: 'मोबाइल', en: 'mobile' };
const mobile = { hi: '10 अंकों का भारतीय मोबाइल नंबर', en: 'an Indian mobile number of 10 digits' };

const words = {
  malformed: { field: number, expected: mobile },
  'spreadsheet-damaged': {
    field: number,
    expected: {
      hi: '10 अंकों का मोबाइल नंबर; Excel ने अंक बदल दिए हैं, स्तंभ को Text करके फिर भरें',
      en: 'a mobile number of 10 digits; Excel has rounded it, format the column as text and fill it in again',
    },
  },
  landline: {
    field: number,
    expected: { hi: 'मोबाइल नंबर, लैंडलाइन नहीं', en: 'a mobile number, no landline' },
  },
  foreign: { field: number, expected: mobile },
  'unknown-district': {
    field: { hi: 'जनपद', en: 'district' },
    expected: { hi: '{state} के जनपद का नाम', en: 'the name of a district of {state}' },
  },
  'unknown-language': {
    field: { hi: 'भाषा', en: 'language' },
    expected: { hi: 'हिंदी या English', en: 'Hindi or English' },
  },
  'unknown-station': {
    field: { hi: 'थाना', en: 'station' },
    expected: {
      hi: 'उस जनपद के थाने का नाम या आईडी; जनपद न लिखा हो तो जनपद/थाना की आईडी, जैसे agra/tajganj',
      en: 'the name or id of a station of that district; without a district its id behind the district’s, such as agra/tajganj',
    },
  },
  'unknown-class': {
    field: { hi: 'श्रेणी', en: 'class' },
    expected: { hi: '0 से 8 तक की वरीयता श्रेणी', en: 'preference classes from 0 to 8' },
  },
  duplicate: {
    field: number,
    expected: { hi: 'हर नंबर एक बार', en: 'each number once' },
  },
  'opted-out': {
    field: number,
    expected: { hi: 'ऐसा नंबर जिसने संदेश बंद नहीं कराए', en: 'a number that has not said stop' },
  },
} as const satisfies Record<string, { field: Bilingual; expected: Bilingual }>;

export type RejectReason = keyof typeof words;

/** The wrong field of a row and its expected value, by the reason for which a list rejected the row. */
export function rejectWords(
  reason: RejectReason,
  state: Bilingual,
): { field: Bilingual; expected: Bilingual } {
  const { field, expected } = words[reason];
  const { hi, en } = expected;
  return {
    field,
    expected: { hi: hi.replace('{state}', state.hi), en: en.replace('{state}', state.en) },
  };
}
