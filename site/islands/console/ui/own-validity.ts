import { latinDigits } from '../../../../campaigns/numbers.ts';
import type { Language } from '../../../i18n/language.ts';
import { inEachLanguage } from '../../../i18n/own-language.ts';

export type FormField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const wordsIn = inEachLanguage({
  empty: ['यह खाना खाली न छोड़ें', 'Do not leave this empty'],
  choose: ['सूची से चुनें', 'Choose from the list'],
  file: ['फ़ाइल चुनें', 'Choose a file'],
  email: [
    'ई-मेल पता पूरा लिखें, जैसे naam@up.gov.in',
    'Write the whole e-mail address, such as name@up.gov.in',
  ],
  url: ['https:// से शुरू होने वाला लिंक लिखें', 'Write a link that begins with https://'],
  least: (bound: string) => [`${bound} या उससे अधिक लिखें`, `Write ${bound} or more`],
  most: (bound: string) => [`${bound} या उससे कम लिखें`, `Write ${bound} or less`],
  whole: ['केवल अंक लिखें, जैसे 40 या ४०', 'Write digits only, such as 40'],
  long: (bound: number) => [`अधिकतम ${bound} वर्ण लिखें`, `Write at most ${bound} characters`],
  short: (bound: number) => [`कम से कम ${bound} वर्ण लिखें`, `Write at least ${bound} characters`],
  wrong: ['यह मान सही नहीं है', 'This value is not right'],
});

/** Has the browser say what is missing in the page's language: its texts bubbles speak the language of the device. */
export function speakOwnValidity(place: HTMLElement, language: Language): void {
  place.addEventListener(
    'invalid',
    ({ target }) => {
      const field = target as FormField;
      // Its texts text would count as a fault by itself.
      field.setCustomValidity('');
      field.setCustomValidity(describeFault(field, language) ?? '');
    },
    true,
  );
  for (const kind of ['input', 'change']) {
    place.addEventListener(
      kind,
      ({ target }) => {
        if (target !== null && 'setCustomValidity' in target)
          (target as FormField).setCustomValidity('');
      },
      true,
    );
  }
}

/** Numbers may be typed in the digits of any script: what is sent has Latin ones. */
export function takeAnyDigits(place: HTMLElement): void {
  const setNativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  place.addEventListener(
    'input',
    ({ target }) => {
      if (
        !(target instanceof HTMLInputElement) ||
        !/^(numeric|decimal|tel)$/.test(target.inputMode)
      )
        return;
      const latin = latinDigits(target.value);
      // Past React, which would take the field for unchanged.
      if (latin !== target.value) setNativeValue?.call(target, latin);
    },
    true,
  );
}

/** Why a field is not right; null where it is. */
export function describeFault(field: FormField, language: Language): string | null {
  const texts = wordsIn(language);
  const { validity, type } = field;
  if (validity.customError) return field.validationMessage;
  if (validity.valid) return describeNumberFault(field, texts);
  if (validity.valueMissing) {
    if (field instanceof HTMLSelectElement) return texts.choose;
    return type === 'file' ? texts.file : texts.empty;
  }
  if (validity.typeMismatch) return type === 'email' ? texts.email : texts.url;
  if (validity.tooLong && 'maxLength' in field) return texts.long(field.maxLength);
  if (validity.tooShort && 'minLength' in field) return texts.short(field.minLength);
  if (validity.rangeUnderflow && 'min' in field) return texts.least(field.min);
  if (validity.rangeOverflow && 'max' in field) return texts.most(field.max);
  return texts.wrong;
}

/** A number is typed as text, since a field of numbers refuses other digits than Latin ones. */
function describeNumberFault(field: FormField, texts: ReturnType<typeof wordsIn>): string | null {
  if (!(field instanceof HTMLInputElement) || field.type !== 'text' || field.value.trim() === '')
    return null;
  const { inputMode, min, max } = field;
  if (min === '' && max === '') return null;
  const value = Number(field.value);
  if (Number.isNaN(value) || (inputMode === 'numeric' && !Number.isInteger(value)))
    return texts.whole;
  if (min !== '' && value < Number(min)) return texts.least(min);
  return max !== '' && value > Number(max) ? texts.most(max) : null;
}
