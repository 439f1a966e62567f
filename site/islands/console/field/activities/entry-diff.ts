import type { Activity } from '../../../../../campaigns/activities/activity.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { formatDay } from '../../../../i18n/format.ts';
import type { Language } from '../../../../i18n/language.ts';
import { listDetails } from './activity-details.ts';

type State = Pick<Activity, 'day' | 'details' | 'remark' | 'status' | 'reason' | 'photo'>;

/** One field that a version changed; null where there was nothing, or is nothing now. */
export interface FieldChange {
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
