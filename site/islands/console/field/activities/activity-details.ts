import type { Activity } from '../../../../../campaigns/activities/activity.ts';
import {
  type ActivityField,
  activityForms,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { deriveFigures } from '../../../../../campaigns/activities/counts.ts';
import { readDayRange } from '../../../../../campaigns/fields/field-text.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { formatDay, formatNumber, formatRupees } from '../../../../i18n/format.ts';
import type { Language } from '../../../../i18n/language.ts';

/** Papers and links are opened, not read. */
const shownApart: readonly ActivityField['type'][] = ['attachment', 'link'];

/** The details of an activity and the figures derived from them, each with its label. */
export function listDetails(
  { kind, details }: Pick<Activity, 'kind' | 'details'>,
  language: Language,
): { label: string; text: string }[] {
  const { fields, former = [] } = activityForms[kind];
  const filled = [...fields, ...former].flatMap((field) => {
    const value = details[field.name];
    if (value === undefined || shownApart.includes(field.type)) return [];
    return [{ label: labelField(field, language), text: formatValue(field, value, language) }];
  });
  const derived = deriveFigures({ kind, details })
    .filter(({ name }) => details[name] === undefined)
    .map(({ label, unit, value }) => ({
      label: label[language],
      text: unit === 'paise' ? formatRupees(value, language) : formatNumber(value, language),
    }));
  return [...filled, ...derived];
}

/** A formatted amount has its rupee sign; the label does without. */
function labelField({ label, type }: ActivityField, language: Language): string {
  const text = label[language === 'hi' ? 0 : 1];
  return type === 'money' ? text.replace(/ \(₹\)$/, '') : text;
}

function formatValue(
  { type, options = {} }: ActivityField,
  value: number | string | string[],
  language: Language,
): string {
  if (type === 'money') return formatRupees(Number(value), language);
  if (type === 'day') return formatDay(String(value), language);
  if (type === 'days') return daysText(value, language);
  const choice = options[String(value)];
  if (choice !== undefined) return choice[language === 'hi' ? 0 : 1];
  return typeof value === 'number' ? formatNumber(value, language) : [value].flat().join(', ');
}

function daysText(value: unknown, language: Language): string {
  const range = readDayRange(value);
  if (range === undefined) return String(value);
  const from = formatDay(range.from, language);
  const to = formatDay(range.to, language);
  return from === to ? from : `${from} – ${to}`;
}

type State = Pick<Activity, 'day' | 'details' | 'remark' | 'status' | 'reason' | 'photo'>;

/** One field that a version changed; null where there was nothing, or is nothing now. */
interface FieldChange {
  label: string;
  before: string | null;
  after: string | null;
}

/** Changes of an entry from one version to the next, field by field, in the reader's words. */
export function listChanges(
  kind: Activity['kind'],
  { before, after }: { before: State; after: State },
  language: Language,
  statusWords: Readonly<Record<Activity['status'], string>>,
): FieldChange[] {
  const words = entryWordsIn(language);
  const texts = (state: State, isLater: boolean) =>
    new Map<string, string>([
      [words.fields.status, statusWords[state.status]],
      [words.fields.day, formatDay(state.day, language)],
      ...listDetails({ kind, details: state.details }, language).map(
        ({ label, text }) => [label, text] as const,
      ),
      [words.fields.remark, state.remark],
      [words.fields.reason, state.reason],
      [words.fields.photo, photoText(state.photo, isLater)],
    ]);
  const isNew = before.photo !== null && after.photo !== null && before.photo !== after.photo;
  function photoText(photo: string | null, isLater: boolean): string {
    if (photo === null) return '';
    return isLater && isNew ? words.photoNew : words.photoThere;
  }
  const old = texts(before, false);
  const next = texts(after, true);
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((label) => {
    const was = old.get(label) || null;
    const is = next.get(label) || null;
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}
