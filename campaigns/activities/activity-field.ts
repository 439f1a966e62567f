import type { Bilingual } from '../bilingual.ts';
import type { Measure } from '../tracker/measures.ts';

/** One answer of a choice. */
export interface FieldChoice {
  value: string;
  label: Bilingual;
  /** Of a platform: where its links lead. A host stands for those below it too; none means any. */
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

/** What an office fills in. A field with a measure is what the progress counts. */
export interface ActivityField {
  name: string;
  label: Bilingual;
  type: (typeof fieldTypes)[number];
  required: boolean;
  measure?: Measure;
  hint?: Bilingual;
  choices?: readonly FieldChoice[];
  /** Bounds of a count: 1 and 100 million where none stand. A typing error is found by them. */
  least?: number;
  most?: number;
  /** What the form begins with. */
  given?: string;
  /**
   * What comes in after the activity was entered: `papers` are filled in where nothing stood, `figures` go on growing.
   * The zone need not decide again for it.
   */
  later?: 'papers' | 'figures';
  /** Stands with the others of the same name below one heading. */
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

/** What may be left out. */
export function optional(
  type: ActivityField['type'],
  name: string,
  label: Bilingual,
  extra: Extra = {},
): ActivityField {
  return field(type, name, label, { required: false, ...extra });
}
