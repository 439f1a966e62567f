import type { Bilingual } from '../bilingual.ts';
import type { Measure } from '../tracker/measures.ts';

/** One answer of a choice. */
export interface FieldChoice {
  value: string;
  label: Bilingual;
  /** Hosts that a platform's links lead to, subdomains included; any host when absent. */
  hosts?: readonly string[];
}

/**
 * `names` are separated by commas. A `link` is https. `money` is kept in paise. `days` are a first and a last day, kept as
 * an interval of ISO 8601 (2019-04-05/2019-04-11). An `attachment` is a picture or a PDF of a paper: what is kept is the
 * SHA-256 of its copy, which the service fills in when the file is handed in.
 */
export const fieldTypes = [
  'count',
  'text',
  'names',
  'link',
  'choice',
  'money',
  'day',
  'days',
  'attachment',
] as const;

/** A field of the form that an office fills in. Progress counts the fields that have a measure. */
export interface ActivityField {
  name: string;
  label: Bilingual;
  type: (typeof fieldTypes)[number];
  required: boolean;
  measure?: Measure;
  hint?: Bilingual;
  choices?: readonly FieldChoice[];
  /** Bounds of a count, by default 1 and 100 million; they catch typing errors. */
  least?: number;
  most?: number;
  /** Initial value in the form. */
  given?: string;
  /**
   * Can be added after the activity was entered: `papers` are filled in where they were empty, `figures` may keep
   * growing. The zone need not decide again for it.
   */
  later?: 'papers' | 'figures';
  /** Grouped with the others of the same name below one heading. */
  group?: 'consent';
}

type Extra = Partial<Omit<ActivityField, 'name' | 'label' | 'type'>>;

/** A field of a form; required unless it says otherwise. */
export function field(
  type: ActivityField['type'],
  name: string,
  label: Bilingual,
  extra: Extra = {},
): ActivityField {
  return { name, label, type, required: true, ...extra };
}

export function optional(
  type: ActivityField['type'],
  name: string,
  label: Bilingual,
  extra: Extra = {},
): ActivityField {
  return field(type, name, label, { required: false, ...extra });
}
