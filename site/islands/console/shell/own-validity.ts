import type { Language } from '../../../i18n/language.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const words = {
  hi: {
    empty: 'यह खाना खाली न छोड़ें',
    choose: 'सूची से चुनें',
    file: 'फ़ाइल चुनें',
    email: 'ई-मेल पता पूरा लिखें, जैसे naam@up.gov.in',
    url: 'https:// से शुरू होने वाला लिंक लिखें',
    least: (bound: string) => `${bound} या उससे अधिक लिखें`,
    most: (bound: string) => `${bound} या उससे कम लिखें`,
    long: (bound: number) => `अधिकतम ${bound} वर्ण लिखें`,
    short: (bound: number) => `कम से कम ${bound} वर्ण लिखें`,
    wrong: 'यह मान सही नहीं है',
  },
  en: {
    empty: 'Do not leave this empty',
    choose: 'Choose from the list',
    file: 'Choose a file',
    email: 'Write the whole e-mail address, such as name@up.gov.in',
    url: 'Write a link that begins with https://',
    least: (bound: string) => `Write ${bound} or more`,
    most: (bound: string) => `Write ${bound} or less`,
    long: (bound: number) => `Write at most ${bound} characters`,
    short: (bound: number) => `Write at least ${bound} characters`,
    wrong: 'This value is not right',
  },
};

/** Has the browser say what is missing in the page's language: its own bubbles speak the language of the device. */
export function speakOwnValidity(place: HTMLElement, language: Language): void {
  place.addEventListener(
    'invalid',
    ({ target }) => {
      const field = target as Field;
      // Its own text would count as a fault by itself.
      field.setCustomValidity('');
      if (!field.validity.valid) field.setCustomValidity(textOf(field, language));
    },
    true,
  );
  for (const kind of ['input', 'change']) {
    place.addEventListener(
      kind,
      ({ target }) => {
        if (target !== null && 'setCustomValidity' in target)
          (target as Field).setCustomValidity('');
      },
      true,
    );
  }
}

function textOf(field: Field, language: Language): string {
  const own = words[language];
  const { validity, type } = field;
  if (validity.valueMissing) {
    if (field instanceof HTMLSelectElement) return own.choose;
    return type === 'file' ? own.file : own.empty;
  }
  if (validity.typeMismatch) return type === 'email' ? own.email : own.url;
  if (validity.tooLong && 'maxLength' in field) return own.long(field.maxLength);
  if (validity.tooShort && 'minLength' in field) return own.short(field.minLength);
  if (validity.rangeUnderflow && 'min' in field) return own.least(field.min);
  if (validity.rangeOverflow && 'max' in field) return own.most(field.max);
  return own.wrong;
}
