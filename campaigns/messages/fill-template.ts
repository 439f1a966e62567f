import { foreignLettersIn, invisibleIn } from './characters.ts';
import { type LinkFault, linkFault, linksIn } from './links-in.ts';
import { isWhitelistedNumber, numbersIn } from './numbers-in.ts';
import { longestValue, type RegistrarName } from './registrars.ts';
import { findVariables } from './template.ts';
import { type VariableKind, variableMark } from './variable-mark.ts';
import { untagged, type ValueKind, variableTags } from './variable-tags.ts';

/** Links and numbers registered on the portal beside the texts: a value may contain no others. */
export interface Whitelist {
  whitelistedLinks: readonly string[];
  whitelistedNumbers: readonly string[];
  /** The portal that has the text; null or left out where it is not known. */
  registrar?: RegistrarName | null;
}

/** A value that does not fit its variable; variables are counted from 1 in the order of the text. */
export class ValueError extends Error {
  readonly variable: number;
  readonly hi: string;
  readonly en: string;

  constructor(message: string, { variable, hi, en }: { variable: number; hi: string; en: string }) {
    super(message);
    this.variable = variable;
    this.hi = hi;
    this.en = en;
  }
}

const kindNames: Record<ValueKind, { hi: string; en: string }> = {
  any: { hi: 'कोई भी पाठ', en: 'any text' },
  digits: { hi: 'केवल अंक', en: 'digits only' },
  letters: { hi: 'केवल अक्षर और अंक', en: 'letters and digits only' },
  link: { hi: 'वेब पता', en: 'a web address' },
  'call-back': { hi: 'फ़ोन नंबर', en: 'a phone number' },
  email: { hi: 'ई-मेल पता', en: 'an e-mail address' },
};
const forms: Record<ValueKind, RegExp> = {
  any: /^/,
  digits: /^\d+$/,
  letters: /^[\p{L}\p{M}\p{N} ]+$/u,
  link: /^\S+$/,
  'call-back': /^\+?\d{3,14}$/,
  email: /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/,
};
const takes = (kind: VariableKind): ValueKind =>
  kind === untagged ? 'any' : variableTags[kind].takes;

/**
 * The text that is sent: every variable in order takes a value, in Unicode form NFC as the text itself. Phones type
 * letters with a dot below as one sign, which that form has as two.
 * @param whitelist what links and call-back numbers are held against; without one their form alone counts
 * @throws ValueError when values are missing, too many, too long, not of the variable's kind, or hold what operators
 * do not take in a value: a link or a number of another kind of variable, a line break, what nobody sees
 */
export function fillTemplate(
  text: string,
  values: readonly string[],
  whitelist?: Whitelist,
): string {
  const variables = findVariables(text);
  if (values.length !== variables.length) {
    throw new ValueError(
      `Expected ${variables.length} values for \`variables\`, got ${values.length}`,
      {
        variable: Math.min(variables.length, values.length) + 1,
        hi: `पाठ में ${variables.length} मान भरने हैं, मिले ${values.length}`,
        en: `The text takes ${variables.length} values, got ${values.length}`,
      },
    );
  }
  let next = 0;
  return text.replace(variableMark, (whole, kind: VariableKind) => {
    const value = (values[next] ?? '').normalize('NFC');
    next += 1;
    const fault = lengthFault(value, kind, whitelist) ?? valueFault(value, takes(kind), whitelist);
    if (fault !== null) {
      throw new ValueError(
        `Expected ${fault.expected} for variable ${next} (${whole}), got ${fault.got}`,
        {
          variable: next,
          hi: `मान ${next}: ${fault.hi}`,
          en: `Value ${next}: ${fault.en}`,
        },
      );
    }
    return value;
  });
}

interface ValueFault {
  expected: string;
  got: string;
  hi: string;
  en: string;
}

function lengthFault(
  value: string,
  kind: VariableKind,
  whitelist: Whitelist | undefined,
): ValueFault | null {
  const most = longestValue(kind, whitelist?.registrar);
  const length = value.trim() === '' ? 0 : value.length;
  if (length > 0 && length <= most) return null;
  return {
    expected: `1 to ${most} characters`,
    got: String(length),
    hi: `1 से ${most} वर्ण हों; अभी ${length} हैं`,
    en: `takes 1 to ${most} characters; it has ${length}`,
  };
}

function valueFault(
  value: string,
  kind: ValueKind,
  whitelist: Whitelist | undefined,
): ValueFault | null {
  const [unseen] = invisibleIn(value);
  if (unseen !== undefined) {
    return {
      expected: 'visible characters on one line',
      got: unseen.name,
      hi: `अदृश्य वर्ण या नई पंक्ति (${unseen.name}) हटाएँ`,
      en: `takes visible characters on one line only; take out ${unseen.name}`,
    };
  }
  const [foreign] = kind === 'link' ? [] : foreignLettersIn(value);
  if (foreign !== undefined) {
    return {
      expected: 'letters of the own script or Latin ones',
      got: foreign.name,
      hi: `"${foreign.letter}" (${foreign.name}) दूसरी लिपि का अक्षर है; इसे दोबारा टाइप करें`,
      en: `"${foreign.letter}" (${foreign.name}) is a letter of another script; type it again`,
    };
  }
  if (/[{}]/.test(value) || !forms[kind].test(value)) {
    return {
      expected: `a value of kind ${kind}`,
      got: `"${value}"`,
      hi: `${kindNames[kind].hi} भरें`,
      en: `takes ${kindNames[kind].en}`,
    };
  }
  return contentFault(value, kind, whitelist);
}

function contentFault(
  value: string,
  kind: ValueKind,
  whitelist: Whitelist | undefined,
): ValueFault | null {
  if (kind === 'email') return null;
  if (kind === 'link') {
    const fault = linkFault({ link: value, varies: false }, whitelist?.whitelistedLinks ?? [value]);
    return fault === null ? null : { got: value, ...linkWords[fault] };
  }
  const [link] = linksIn(value).links;
  if (link !== undefined) {
    return {
      expected: 'no link, which a variable such as {#url#} takes',
      got: link.link,
      hi: 'लिंक केवल {#url#} जैसे चर में आता है',
      en: 'takes no link: that has a variable of its own, such as {#url#}',
    };
  }
  const [number] = kind === 'call-back' ? [{ number: value }] : numbersIn(value);
  if (number === undefined) return null;
  const isText = kind === 'any' || kind === 'letters';
  const allowed =
    whitelist === undefined
      ? kind === 'call-back'
      : isWhitelistedNumber(number.number, whitelist.whitelistedNumbers);
  if (!isText && allowed) return null;
  return {
    expected: isText
      ? 'no number to call, which a variable such as {#cbn#} takes'
      : 'a whitelisted number to call',
    got: number.number,
    hi: isText ? 'फ़ोन नंबर केवल {#cbn#} जैसे चर में आता है' : 'यह फ़ोन नंबर पंजीकृत सूची में नहीं है',
    en: isText
      ? 'takes no phone number: that has a variable of its own, such as {#cbn#}'
      : 'this phone number is not whitelisted',
  };
}

const linkWords: Record<LinkFault, Omit<ValueFault, 'got'>> = {
  'link-host': {
    expected: 'a host with a name in Latin letters',
    hi: 'लिंक में आईपी पता या अन्य लिपि का डोमेन नहीं चलता',
    en: 'takes no IP address and no host in another script',
  },
  'link-form': {
    expected: 'an https link in plain characters',
    hi: 'लिंक https का और सादे वर्णों में हो',
    en: 'takes an https link in plain characters',
  },
  'link-shortener': {
    expected: 'a link of the own domain',
    hi: 'सार्वजनिक लघु-लिंक नहीं चलता',
    en: 'takes no public short link',
  },
  'link-whitelist': {
    expected: 'a whitelisted link',
    hi: 'यह लिंक पंजीकृत सूची में नहीं है',
    en: 'this link is not whitelisted',
  },
};
