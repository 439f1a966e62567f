import type { Bilingual } from '../bilingual.ts';
import { formatCount, formatDay } from '../numbers.ts';
import { isDay, toDay, toTime } from '../tracker/clock.ts';
import { activityStatusWords } from './activity-words.ts';
import { auditSentences } from './audit-sentences.ts';
import { auditFields, auditThings, auditValues } from './audit-things.ts';
import { blastStatusNames } from './blast-words.ts';
import { stateWords } from './direction-words.ts';
import { templateStates } from './template-states.ts';

type Side = Readonly<Record<string, string>>;
const draft: Bilingual = { hi: 'प्रारूप', en: 'draft' };
const waits: Bilingual = { hi: 'स्वीकृति की प्रतीक्षा में', en: 'waiting for approval' };
const refused: Bilingual = { hi: 'अस्वीकृत', en: 'refused' };
const withdrawn: Bilingual = { hi: 'वापस लिया गया', en: 'taken back' };

/**
 * How a thing of the audit log was before and after, by the noun of its subject: the same code means another thing
 * elsewhere (`approved` of an activity is the zone's, of a blast headquarters').
 */
export const auditStatuses: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  activity: pairWords(activityStatusWords),
  blast: pairWords(blastStatusNames),
  direction: stateWords,
  'direction-point': {
    draft: { hi: 'जाँच शेष', en: 'to be checked' },
    checked: { hi: 'जाँचा गया', en: 'checked' },
    dropped: { hi: 'छोड़ा गया', en: 'left out' },
  },
  'app-request': {
    asked: { hi: 'अनुरोध किया गया', en: 'asked' },
    supported: { hi: 'संस्तुत', en: 'supported' },
    approved: { hi: 'महानिदेशक से स्वीकृत', en: 'approved by the Director General' },
    refused,
  },
  'whatsapp-template': Object.fromEntries(
    Object.entries(templateStates).map(([state, [hi, en]]) => [state, { hi, en }]),
  ),
  'press-note': {
    draft,
    waiting: { hi: 'दूसरे अधिकारी के पढ़ने की प्रतीक्षा में', en: 'to be read by a second officer' },
    issued: { hi: 'जारी', en: 'issued' },
    cancelled: { hi: 'रद्द', en: 'cancelled' },
  },
  'campaign-draft': {
    draft,
    submitted: waits,
    published: { hi: 'प्रकाशित', en: 'published' },
    discarded: { hi: 'हटाया गया', en: 'discarded' },
  },
  detour: {
    submitted: waits,
    approved: { hi: 'स्वीकृत', en: 'approved' },
    returned: { hi: 'लौटाया गया', en: 'returned' },
    withdrawn,
    ended: { hi: 'समाप्त', en: 'ended' },
  },
  'held-act': {
    waiting: { hi: 'दूसरे अधिकारी की प्रतीक्षा में', en: 'waiting for a second officer' },
    accepted: { hi: 'स्वीकृत', en: 'accepted' },
    refused,
    withdrawn,
  },
  figure: {
    pending: { hi: 'दूसरे अधिकारी की प्रतीक्षा में', en: 'waiting for a second officer' },
    accepted: { hi: 'मानी गई', en: 'accepted' },
    refused,
  },
  parcel: {
    waiting: { hi: 'भेजना शेष', en: 'to be sent' },
    dispatched: { hi: 'भेजा गया', en: 'sent' },
    received: { hi: 'मिला', en: 'received' },
  },
  take: {
    refused: { hi: 'प्रयोग योग्य नहीं', en: 'not fit for use' },
    waiting: { hi: 'दूसरे अधिकारी की प्रतीक्षा में', en: 'waiting for a second officer' },
    mastered: { hi: 'प्रयोग में', en: 'in use' },
  },
  letter: {
    queued: { hi: 'प्रतीक्षारत', en: 'waiting' },
    sending: { hi: 'भेजा जा रहा है', en: 'being sent' },
    sent: { hi: 'भेजा गया', en: 'sent' },
    deferred: { hi: 'टला हुआ', en: 'put off' },
    bounced: { hi: 'लौटा हुआ', en: 'bounced' },
    refused: { hi: 'पाने वाले के सर्वर से अस्वीकृत', en: 'refused by the mail server' },
    unknown: { hi: 'अनिश्चित', en: 'in doubt' },
  },
};

function pairWords({ hi, en }: Readonly<Record<'hi' | 'en', Side>>): Record<string, Bilingual> {
  return Object.fromEntries(
    Object.entries(hi).map(([status, word]) => [status, { hi: word, en: en[status] ?? word }]),
  );
}

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
