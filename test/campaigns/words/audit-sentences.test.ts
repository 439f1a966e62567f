import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  activityActions,
  activityStatuses,
} from '../../../campaigns/activities/activity-status.ts';
import { occurrenceStates } from '../../../campaigns/directions/occurrence-state.ts';
import { type Action, rolesFor } from '../../../campaigns/offices/permission.ts';
import { pressNoteStatuses } from '../../../campaigns/press-notes/note-status.ts';
import { parcelStates } from '../../../campaigns/print/purchase-orders/parcel.ts';
import { auditSentences } from '../../../campaigns/words/audit-sentences.ts';
import {
  type AuditNames,
  auditChanges,
  auditSentence,
  auditStatuses,
} from '../../../campaigns/words/audit-text.ts';
import {
  blastStatuses,
  draftStatuses,
  heldStates,
  letterStates,
  pointStatuses,
  takeStatuses,
} from '../../../messaging/contract/values.ts';
import { whatsappTemplates } from '../../../messaging/phone/whatsapp-templates/whatsapp-templates-feature.ts';
import { detours } from '../../../messaging/print/studio/detours-feature.ts';
import { appRequests } from '../../../messaging/register/directions/app-requests-feature.ts';

const sources = execFileSync('git', ['ls-files', 'messaging'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path.endsWith('.ts') && !path.startsWith('messaging/contract/'))
  .map((path) => readFileSync(path, 'utf8'));

/** Every action that a source writes: as a whole, or a verb behind the noun of the file's own template. */
function writtenActions(): string[] {
  const found = new Set<string>();
  for (const source of sources) {
    if (!/[aA]udit/.test(source)) continue;
    const whole =
      /(?:action: |verb: |action = .*?|entryOf\(\w+, |entry\(\w+, \w+, |alter\(\w+, \w+, |\? |: )'([a-z-]+\.[a-z-]+)'/g;
    // Who may do it, and the name of an act that waits for a second officer, are no action.
    const written = source.replaceAll(/\b(?:may|read|kind): '[^']*'/g, '');
    for (const [, action = ''] of written.matchAll(whole)) {
      const [noun] = action.split('.');
      // A column of a table under that name.
      if (!new RegExp(`\\b(?:FROM|JOIN) \\w+ AS ${noun}\\b`).test(source)) found.add(action);
    }
    for (const [, verb = ''] of source.matchAll(/auditBlast\([^;]*?verb: '([a-z-]+)'/g)) {
      found.add(`blast.${verb}`);
    }
    for (const [, noun = ''] of source.matchAll(/action: `([a-z-]+)\.\$\{/g)) {
      for (const [, verb = ''] of source.matchAll(/(?:verb: |entryOf\(blast, )'([a-z-]+)'/g)) {
        found.add(`${noun}.${verb}`);
      }
    }
  }
  for (const verb of [...activityActions, 'enter']) found.add(`activity.${verb}`);
  // What is only asked whether it is allowed is no action.
  // Where in a request a fault is, is no action either.
  return [...found].filter((action) => !isPermission(action) && !action.startsWith('body.')).sort();
}

function isPermission(action: string): boolean {
  const asked =
    /^(read|run|record|change|confirm|make|invite|approve|draft|clear|import|test|hold|place)$/;
  const [, verb = ''] = action.split('.');
  return (
    rolesFor(action as Action) !== undefined &&
    asked.test(verb) &&
    auditSentences[action] === undefined
  );
}

test('every action that the service writes is a sentence in Hindi and English', () => {
  const actions = writtenActions();
  expect(actions.length).toBeGreaterThan(60);
  expect(actions.filter((action) => auditSentences[action] === undefined)).toEqual([]);
});

test('no sentence holds the other language, or leaves out who acted', () => {
  const faults = Object.entries(auditSentences).filter(
    ([action, { hi, en }]) =>
      /[a-z]/i.test(hi.replace(/\{\w+\}/g, '')) ||
      /[\u0900-\u097f]/.test(en) ||
      (action !== 'session.lock' && !(hi.includes('{who}') && en.includes('{who}'))),
  );
  expect(faults.map(([action]) => action)).toEqual([]);
});

const names: AuditNames = {
  language: 'hi',
  nobody: 'सेवा स्वयं',
  nameOfRole: (role) => (role === 'zone' ? 'जोन के ADG' : undefined),
  nameOfArea: (id) => (id === 'agra' ? 'आगरा' : undefined),
};

const approval = {
  action: 'activity.approve',
  subject: 'activity/18',
  actorName: 'रमेश कुमार',
  about: null,
  before: { id: 18, district: 'agra', status: 'entered', remark: '', version: 1 },
  after: { id: 18, district: 'agra', status: 'approved', remark: 'ठीक', version: 2 },
};

test('an entry reads as a sentence with what changed, without ids and JSON', () => {
  expect(auditSentence(approval, names)).toBe('रमेश कुमार ने प्रविष्टि 18 (आगरा) स्वीकृत की');
  expect(auditChanges(approval, names)).toEqual([
    { field: 'स्थिति', before: 'दर्ज', after: 'जोन से स्वीकृत' },
    { field: 'अभ्युक्ति', before: null, after: 'ठीक' },
  ]);
});

/** Every status that a thing of the log can have. */
const statuses: Readonly<Record<string, readonly string[]>> = {
  activity: activityStatuses,
  blast: blastStatuses,
  direction: occurrenceStates,
  'direction-point': pointStatuses,
  'app-request': Object.keys(appRequests.fields.state.options),
  'press-note': pressNoteStatuses,
  'campaign-draft': draftStatuses,
  detour: Object.keys(detours.fields.status.options),
  'whatsapp-template': Object.keys(whatsappTemplates.fields.state.options),
  // As it was before there were held acts.
  figure: ['pending', 'accepted', 'refused'],
  'held-act': heldStates,
  parcel: parcelStates,
  take: takeStatuses,
  letter: letterStates,
};

test.for(
  Object.entries(statuses).flatMap(([noun, all]) => all.map((status) => [noun, status] as const)),
)('%s: %s has a word of its own in both languages', ([noun, status]) => {
  const say = (language: 'hi' | 'en', value: string) =>
    auditChanges(
      { ...approval, subject: `${noun}/7`, before: {}, after: { status: value } },
      { ...names, language },
    )[0]?.after ?? '';
  expect(say('hi', status)).toMatch(/^[\u0900-\u097f ]+$/);
  expect(say('en', status)).toMatch(/^[A-Za-z ]+$/);
  const others = (statuses[noun] ?? []).filter((other) => other !== status);
  for (const language of ['hi', 'en'] as const)
    expect(others.map((other) => say(language, other))).not.toContain(say(language, status));
});

test('no other thing of the log has statuses', () => {
  expect(Object.keys(auditStatuses).sort()).toEqual(Object.keys(statuses).sort());
});

test('what headquarters approved is not said to be approved by the zone', () => {
  const blast = { ...approval, action: 'blast.approve', subject: 'blast/7' };
  expect(auditChanges({ ...blast, before: { status: 'submitted' } }, names)).toMatchObject([
    { before: 'स्वीकृति की प्रतीक्षा में', after: 'स्वीकृत' },
    {},
  ]);
});

test('a person is named, and nobody is said in words', () => {
  const act = {
    action: 'person.change-office',
    subject: 'person/0b9e6f3e-6a3d-4a7e-9f2a-1c2d3e4f5a6b',
    actorName: '',
    about: 'सुनीता',
    before: { role: 'district' },
    after: { role: 'zone', deactivatedAt: '2026-11-25T10:16:00.000Z' },
  };
  expect(auditSentence(act, names)).toBe('सेवा स्वयं ने सुनीता का दायित्व बदला');
  const closed = { field: 'खाता बंद', before: null, after: '25 नवंबर 2026, 15:46 बजे' };
  expect(auditChanges(act, names)[1]).toEqual(closed);
});
