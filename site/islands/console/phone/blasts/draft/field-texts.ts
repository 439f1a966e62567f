import { rupeesText } from '../../../../../../campaigns/fields/field.ts';
import { parseField } from '../../../../../../campaigns/fields/field-text.ts';
import {
  type BlastRow,
  type DraftField,
  type DraftFieldName,
  type DraftValues,
  draftFieldNames,
  draftFieldOf,
  ofEachField,
} from '../../../../../../campaigns/messages/draft-fields.ts';

/** The declared fields as their controls have them; '' for none. */
export type FieldTexts = Record<DraftFieldName, string>;

export function toFieldTexts(values: Partial<DraftValues>): FieldTexts {
  return ofEachField(({ type }, name) => {
    const value = values[name] ?? '';
    return type === 'money' && value !== '' ? rupeesText(Number(value)) : String(value);
  }) as FieldTexts;
}

/** Reads what is typed as the service takes it; what it would not take is as if nothing was chosen. */
export function readFieldTexts(texts: FieldTexts): DraftValues {
  return ofEachField((field, name) => {
    const value = readText(field, texts[name].trim());
    return value ?? (field.maybe === true ? null : field.usual);
  }) as DraftValues;
}

function readText(field: DraftField, text: string): unknown {
  if (text === '') return field.type === 'text' && field.maybe !== true ? text : undefined;
  return field.type === 'flag' ? text === 'true' : parseField(field, text);
}

/** Declared fields of a row that hold what cannot be taken. */
export function findFieldFaults(row: BlastRow, texts: FieldTexts): DraftFieldName[] {
  return draftFieldNames.filter(
    (name) => draftFieldOf(name).row === row && !isTaken(draftFieldOf(name), texts[name].trim()),
  );
}

function isTaken(field: DraftField, text: string): boolean {
  const { type, maybe, min = type === 'money' ? 1 : 0, max = Number.POSITIVE_INFINITY } = field;
  if (text === '') return maybe === true;
  if (type !== 'count' && type !== 'money') return true;
  const value = Number(parseField(field, text));
  return value >= min && value <= max;
}
