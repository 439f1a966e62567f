/** Kinds of value that a variable takes. */
export type ValueKind = 'any' | 'digits' | 'letters' | 'link' | 'call-back' | 'email';

/** A tag, and who says that registrars approve it. */
interface VariableTag {
  takes: ValueKind;
  source: string;
}

/** Each lists the same six tags. */
const listed =
  'fast2sms.com/help of 2026, textguru.in on STPL of 14.10.2025, fyno.io on the direction of 18.11.2025; read 29.11.2026';

/**
 * Tags of variables since the direction of 18.11.2025, which names kinds and leaves the spelling to the registrars; new
 * templates have them since 14.01.2026.
 */
export const variableTags = {
  numeric: { takes: 'digits', source: listed },
  /** SmartPing's and STPL's second name of the same. */
  number: { takes: 'digits', source: 'textguru.in on STPL of 14.10.2025; MSG91, read 29.11.2026' },
  alphanumeric: { takes: 'letters', source: listed },
  url: { takes: 'link', source: listed },
  /** A link by which an app is installed or opened; it is whitelisted as such. */
  urlott: { takes: 'link', source: listed },
  cbn: { takes: 'call-back', source: listed },
  email: { takes: 'email', source: listed },
} as const satisfies Record<string, VariableTag>;

/** The tag of before, for any text: what a registrar with tags beside the text still wants is written by `registrars.ts`. */
export const untagged = 'var';
