import type { Bilingual } from '../bilingual.ts';
import { formatCount, formatDay } from '../numbers.ts';
import { isDay, toDay, toTime } from '../tracker/clock.ts';
import { auditSentences } from './audit-sentences.ts';
import { auditStatuses } from './audit-statuses.ts';
import { auditFields, auditThings, auditValues } from './audit-things.ts';

/** Fields of an audit entry that its sentence is made from. */
export interface LoggedAct {
  action: string;
  subject: string;
  actorName: string;
  /** For whom the officer acted, as a deputy. */
  actorForName?: string | null | undefined;
  /** Name of the person that it is about, where it is one. */
  about: string | null;
  before: unknown;
  after: unknown;
}

/** Names that only the reader has: offices, areas, and who acted where no officer did. */
export interface AuditNames {
  language: 'hi' | 'en';
  /** Where the actor has no name: the service, the command, somebody who is not signed in. */
  nobody: string;
  nameOfRole(role: string): string | undefined;
  nameOfArea(id: string): string | undefined;
}

/** One field that changed; null where it was not there. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** The entry as a sentence. */
export function auditSentence(act: LoggedAct, names: AuditNames): string {
  const { language, nobody } = names;
  const sentence = auditSentences[act.action]?.[language] ?? act.action;
  const who = act.actorName === '' ? nobody : sayActor(act, language);
  return sentence.replace('{who}', who).replace('{thing}', sayThing(act, names));
}

function sayActor({ actorName, actorForName }: LoggedAct, language: 'hi' | 'en'): string {
  if (actorForName === null || actorForName === undefined) return actorName;
  return language === 'hi'
    ? `${actorName} (${actorForName} की ओर से)`
    : `${actorName} (for ${actorForName})`;
}

function sayThing(act: LoggedAct, { language, nameOfArea }: AuditNames): string {
  const [noun = '', ...rest] = act.subject.split('/');
  const id = rest.join('/');
  const kind = auditThings[noun]?.[language] ?? '';
  const thing = (act.after ?? act.before ?? {}) as Record<string, unknown>;
  if (noun === 'person') return act.about ?? String(thing['name'] ?? kind);
  if (noun === 'invitation') return id;
  const station =
    String(thing['station'] ?? '')
      .split('/')
      .at(-1) ?? '';
  const district =
    typeof thing['district'] === 'string' ? nameOfArea(thing['district']) : undefined;
  const place = [station === '' ? undefined : nameOfArea(station), district].filter(Boolean);
  const named = thing['name'] ?? (language === 'hi' ? thing['nameHi'] : thing['nameEn']);
  const title = typeof named === 'string' ? ` “${named}”` : '';
  // A number tells a thing; a long id does not.
  const number = /^\d+$/.test(id) ? ` ${id}` : '';
  return `${kind}${number}${title}${place.length === 0 ? '' : ` (${place.join(', ')})`}`;
}

/** Fields that differ between before and after, in the order in which they are named; nested ones by their own name. */
export function auditChanges(act: LoggedAct, names: AuditNames): FieldChange[] {
  const before = listLeaves(act.before);
  const after = listLeaves(act.after);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const field = auditFields[key]?.[names.language];
    if (field === undefined) return [];
    const say = (value: unknown) => sayStatus(act, key, value, names) ?? sayValue(value, names);
    const was = say(before.get(key));
    const is = say(after.get(key));
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** Undefined where the field is no status, or the value none of the thing's own. */
function sayStatus(
  { subject }: LoggedAct,
  field: string,
  value: unknown,
  { language }: AuditNames,
): string | undefined {
  if (field !== 'status' && field !== 'state') return undefined;
  const [noun = ''] = subject.split('/');
  return auditStatuses[noun]?.[String(value)]?.[language];
}

function listLeaves(value: unknown, into = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return into;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      listLeaves(inner, into);
    else if (!into.has(key)) into.set(key, inner);
  }
  return into;
}

function sayValue(value: unknown, names: AuditNames): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) {
    return value
      .map((part) => sayValue(part, names))
      .filter((part) => part !== null)
      .join(', ');
  }
  if (typeof value === 'number') return formatCount(value);
  const text = String(value);
  const word: Bilingual | undefined = auditValues[text];
  if (word !== undefined) return word[names.language];
  if (isDay(text)) return formatDay(text, names.language);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) {
    const at = new Date(text);
    const clock = names.language === 'hi' ? `${toTime(at)} बजे` : toTime(at);
    return `${formatDay(toDay(at), names.language)}, ${clock}`;
  }
  return names.nameOfRole(text) ?? names.nameOfArea(text) ?? text;
}
