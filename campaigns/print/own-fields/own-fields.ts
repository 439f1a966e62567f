import type { Bilingual } from '../../bilingual.ts';
import { checkLine, checkUrduName, makeVisible } from '../../directory/name-check.ts';
import { nameFaultWords } from '../../words/name-fault-words.ts';

/**
 * Fields that a station may fill in, in print order; the last is dropped first where room is short. The name in Urdu is
 * not part of the printed row: it replaces the Hindi one on Urdu artwork.
 */
export const ownFieldIds = ['cug', 'help-number', 'local-line', 'name-ur'] as const;
export type OwnFieldId = (typeof ownFieldIds)[number];

/** A station's values by field, each valid; a field that is empty is left out. */
export type OwnValues = Readonly<Partial<Record<OwnFieldId, string>>>;

/** The expected value, and the one that was found, with hidden characters made visible. */
export interface OwnFieldFault {
  field: string;
  expected: Bilingual;
  found: string;
}

export interface OwnField {
  id: OwnFieldId;
  /** In the form. */
  label: Bilingual;
  /** Help text beside the field in the form. */
  hint: Bilingual;
  /** On print, behind a number; null for a line that says itself what it is. */
  caption: string | null;
  /** Returns the expected value in words; null for a valid value. */
  check(value: string): Bilingual | null;
  /** As it is printed. */
  written(value: string): string;
}

const mobile = /^[6-9]\d{9}$/;
const landline = /^0[1-9]\d{8,9}$/;
const shortNumber = /^\d{3,11}$/;

export const ownFields: readonly OwnField[] = [
  {
    id: 'cug',
    label: { hi: 'थाना प्रभारी का CUG नंबर', en: "Station officer's CUG number" },
    hint: {
      hi: '10 अंकों का मोबाइल, या 0 से आरंभ लैंडलाइन; केवल अंक',
      en: 'Mobile of 10 digits, or landline from 0; digits only',
    },
    caption: 'थाना प्रभारी',
    check: (value) =>
      mobile.test(value) || landline.test(value)
        ? null
        : {
            hi: '10 अंकों का भारतीय मोबाइल नंबर, या 0 से आरंभ 10–11 अंकों का लैंडलाइन नंबर; केवल अंक',
            en: 'an Indian mobile number of 10 digits, or a landline of 10 or 11 digits that begins with 0; digits only',
          },
    written: (value) => (mobile.test(value) ? `${value.slice(0, 5)} ${value.slice(5)}` : value),
  },
  {
    id: 'help-number',
    label: { hi: 'स्थानीय हेल्पलाइन', en: 'Local help line' },
    hint: { hi: '3 से 11 अंक', en: '3 to 11 digits' },
    caption: 'थाना हेल्पलाइन',
    check: (value) =>
      shortNumber.test(value) ? null : { hi: 'केवल अंक, 3 से 11', en: 'digits only, 3 to 11' },
    written: (value) => (mobile.test(value) ? `${value.slice(0, 5)} ${value.slice(5)}` : value),
  },
  {
    id: 'local-line',
    label: { hi: 'स्थानीय पंक्ति', en: 'Local line' },
    hint: {
      hi: 'जैसे: पुराने बस अड्डे के सामने',
      en: 'For example: opposite the old bus stand',
    },
    caption: null,
    check: (value) => {
      const fault = checkLine(value);
      if (fault === null) return null;
      return {
        hi: 'हिंदी या रोमन अक्षरों की एक पंक्ति, 60 वर्ण तक, बिना छिपे वर्ण के',
        en: nameFaultWords[fault.code].en,
      };
    },
    written: (value) => value,
  },
  {
    id: 'name-ur',
    label: { hi: 'नाम उर्दू में', en: 'Name in Urdu' },
    hint: {
      hi: 'उर्दू बोर्ड पर जैसा लिखा जाए, थाना सहित: تھانہ حضرت گنج; खाली छोड़ने पर सूची का उर्दू नाम, वह न हो तो प्रारूप, जो छपता नहीं',
      en: 'As it shall stand on the Urdu board, with تھانہ: تھانہ حضرت گنج; where it is empty the Urdu name of the list, or else a draft that is not printed',
    },
    caption: null,
    check: (value) => {
      const fault = checkUrduName(value);
      return fault && nameFaultWords[fault.code];
    },
    written: (value) => value,
  },
];

/** Normalises typed text for storing: NFC, without space around it. */
export function cleanOwnValue(value: string): string {
  return value.normalize('NFC').trim();
}

/**
 * Checks what a station fills in. Empty values are good and left out.
 * @returns the good values, and a fault for each other one, unknown fields included
 */
export function readOwnValues(input: Readonly<Record<string, string>>): {
  values: OwnValues;
  faults: OwnFieldFault[];
} {
  const values: Partial<Record<OwnFieldId, string>> = {};
  const faults: OwnFieldFault[] = [];
  for (const field of ownFields) {
    const value = cleanOwnValue(input[field.id] ?? '');
    if (value === '') continue;
    const expected = field.check(value);
    if (expected === null) values[field.id] = value;
    else faults.push({ field: field.id, expected, found: makeVisible(value) });
  }
  for (const id of Object.keys(input)) {
    if (ownFields.some((field) => field.id === id)) continue;
    const known = ownFieldIds.join(', ');
    const expected = { hi: `इनमें से एक: ${known}`, en: `one of ${known}` };
    faults.push({ field: id, expected, found: makeVisible(id) });
  }
  return { values, faults };
}
