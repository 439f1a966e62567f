import type { Pair } from '../words/pairs.ts';

// What a form of offices can ask for: fields of declared features and of activities. Pages load it, so it imports no library.

/** Values of fields, in the service and, with a moment as ISO text, in an answer. */
export interface Held<Moment> {
  /** Words of an officer; a phone number in them is refused. */
  text: string;
  /** Characters of something printed, as they are typed. */
  code: string;
  /** An address that begins with https. */
  link: string;
  /** A whole number. */
  count: number;
  measure: number;
  moment: Moment;
  /** A day in Asia/Kolkata. */
  day: string;
  flag: boolean;
  /** Id of a district; empty, or null where that is possible, for the whole state. */
  district: string;
  /** Id of a service of the campaign. */
  service: string;
  choice: string;
  /** Paise, typed as rupees. */
  money: number;
  /** Typed with commas between. */
  names: string[];
  /** A first and a last day as an interval of ISO 8601: 2019-04-05/2019-04-11. */
  days: string;
  /** SHA-256 of the kept copy of a picture or a PDF, handed in as a file of its own. */
  attachment: string;
}
export type FieldType = keyof Held<unknown>;

interface FieldOptions {
  hint?: Pair;
  /** May be null, and left empty in a form; `none` is what is shown and chosen then: not known, or not yet. */
  maybe?: true;
  none?: Pair;
  /** Asked only while this other field, which may be null, is empty; null otherwise. */
  unless?: string;
  /** Characters of a text, or bounds of a count. */
  min?: number;
  max?: number;
  /** Lines of a text in its form; without them it is kept on one line. */
  lines?: number;
  /** With which a new entry's form begins. */
  given?: string;
  /** The day may be still to come. */
  ahead?: true;
  /** Is stored, and never answered. */
  hidden?: true;
  /** Leaves the offices: a page, an open file or a paper shows it. */
  public?: true;
  /** SQL by which it is computed from the entry's row, in place of a column. */
  sql?: string;
}
export interface Field extends FieldOptions {
  type: FieldType;
  label: Pair;
  /** Of a choice, in the order of the form. */
  options?: Readonly<Record<string, Pair>>;
}
export type Fields = Readonly<Record<string, Field>>;

/** The value of a declared field. */
export type FieldValue<Of, Moment = string> =
  | (Of extends { type: 'choice'; options: infer Options }
      ? keyof Options & string
      : Of extends { type: infer Type extends FieldType }
        ? Held<Moment>[Type]
        : never)
  | (Of extends { maybe: true } ? null : never);

// What a declaration says is kept as it is; the place where it is used says nothing more of its type.
const kind =
  <Type extends FieldType>(type: Type) =>
  <const Given extends FieldOptions>(
    label: Pair,
    given: Given = {} as Given,
  ): NoInfer<Given> & { type: Type; label: Pair } => ({ type, label, ...given });

export const text = kind('text');
export const code = kind('code');
export const link = kind('link');
export const count = kind('count');
export const measure = kind('measure');
export const moment = kind('moment');
export const day = kind('day');
export const flag = kind('flag');
export const money = kind('money');
export const names = kind('names');
export const days = kind('days');
export const attachment = kind('attachment');
export const district = kind('district');
export const service = kind('service');
export const choice = <
  const Options extends Readonly<Record<string, Pair>>,
  const Given extends FieldOptions,
>(
  label: Pair,
  options: Options,
  given: Given = {} as Given,
): NoInfer<Given> & { type: 'choice'; label: Pair; options: NoInfer<Options> } => ({
  ...kind('choice')(label, given),
  options,
});

/** Labels of the first and last day of a range, in a form and in a list. */
export function endLabels({ label }: Pick<Field, 'label'>): { from: Pair; to: Pair } {
  return {
    from: [`${label[0]} कब से`, `${label[1]} from`],
    to: [`${label[0]} कब तक`, `${label[1]} to`],
  };
}

/** Names of the two controls of a field of days. */
export function endNames(name: string): { from: string; to: string } {
  return { from: `${name}.from`, to: `${name}.to` };
}

/** Rupees as they are written into a field or a cell: 74.50. */
export function rupeesText(paise: number): string {
  return paise % 100 === 0 ? String(paise / 100) : (paise / 100).toFixed(2);
}
