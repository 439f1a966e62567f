import { createElement, type ReactElement } from 'react';
import { expect, test } from 'vitest';
import type { Role } from '../../../../campaigns/offices/role.ts';
import { useHeldPictures, useTray } from '../../../../site/islands/console/field/tray/use-tray.ts';
import { showPart } from '../part.ts';

const area = '../../../../site/islands/console';
const reload = async () => {};

/** A component of the console with properties of which it reads a part. */
async function make(path: string, name: string, properties: object): Promise<ReactElement> {
  const components = await import(`${area}/${path}`);
  return createElement<object>(components[name], properties);
}

const checklist = { district: 'agra', counts: { pamphlets: 1200, vehicles: 3 }, missing: 0 };
const twoTexts = (installs: number | null) => ({
  blast: { trial: {}, startedAt: '2019-04-12', endedAt: null, pauseReason: null, trialChoice: 'a' },
  trial: {
    endsAt: '2019-04-12',
    difference: null,
    texts: [
      { text: 'a', sent: 500, delivered: 490, people: 12, clicks: null, installs: null },
      { text: 'b', sent: 500, delivered: 490, people: 15, clicks: null, installs },
    ],
  },
});
const paused = (pauseReason: string) => ({
  blast: { id: 7, status: 'paused', pauseReason, haltingCode: null, category: 'service' },
  ...{ second: { bar: null }, changes: [], pause: null },
});
const note = {
  id: 4,
  district: 'agra',
  kind: 'appeal',
  title: 'अपील',
  status: 'issued',
  version: 1,
};
const issued = { ...note, number: 3, year: 2019, issuedOn: '2019-04-10', madeBy: 'नमूना अधिकारी' };
const notes = (appearances: number) => async () => ({
  ...{ all: 1, found: 1, notes: [{ ...issued, changedAt: '2019-04-10T05:00:00Z', appearances }] },
});
const waiting = (title: string) => ({
  lists: { places: [], pressNotes: { sections: [] } },
  detail: { note: { ...note, fields: { title, details: '' } }, second: { bar: null } },
  onDone: () => {},
});
const feature = {
  ...{ path: 'x', title: ['सूची', 'List'], acts: {} },
  fields: {
    told: { type: 'line', label: ['बताया', 'Told'] },
    bare: { type: 'line', label: ['खाली', 'Bare'] },
    ticked: { type: 'flag', label: ['टिक', 'Ticked'] },
    own: { type: 'line', label: ['भीतरी', 'Own'], hidden: true },
  },
};
const urduRows = (key: string) => ({
  field: {
    ...{ kind: 'urdu-rows', path: ['urdu', 'copy', 'lines'], label: { hi: 'पंक्तियाँ' } },
    columns: [{ key, label: { hi: 'शीर्षक' }, most: 20 }],
  },
  open: {
    draft: { faults: [] },
    content: {
      copy: { lines: [key === '' ? { hi: 'पहली' } : { [key]: { hi: 'पहली' } }] },
      urdu: { copy: { lines: [key === '' ? 'اول' : { [key]: 'اول' }] } },
    },
  },
});

interface Told {
  label: string;
  part: Parameters<typeof make>;
  me?: { role: Role; records?: readonly string[] };
  ask?: (route: string) => Promise<unknown>;
  /** Parts of its HTML that are there, and that are not. */
  says: string[];
  hides?: string[];
}

const counts = (records: string[]): Pick<Told, 'part' | 'me'> => ({
  part: ['front/home/DistrictCounts.tsx', 'DistrictCounts', { checklist }],
  me: { role: 'district', records },
});
const trial = ['phone/blasts/TrialResult.tsx', 'TrialResult'] as const;
const run = ['phone/blasts/RunControls.tsx', 'RunControls'] as const;
const second = ['ui/SecondPersonNote.tsx', 'SecondPersonNote'] as const;
const list = ['field/press-notes/NoteList.tsx', 'NoteList', {}] as const;
const readPanel = ['field/press-notes/IssuePanel.tsx', 'ReadPanel'] as const;
const submitPanel = ['field/press-notes/IssuePanel.tsx', 'SubmitPanel'] as const;
const officers = 'पृष्ठ “अधिकारी” खोलें';

test.each<Told>([
  {
    label: 'counts of a district lead to the entry of what its officer records, boards aside',
    ...counts(['board', 'pamphlet']),
    says: ['पम्पलेट वितरण', '1,200', 'href="/console/entry/?kind=pamphlet&amp;district=agra"'],
    hides: ['kind=board', 'kind=vehicle'],
  },
  {
    label: 'counts of a district lead nowhere for who records boards alone',
    ...counts(['board']),
    says: ['1,200'],
    hides: ['/console/entry/', 'दर्ज करें'],
  },
  {
    label: 'a trial shows its installs, and a dash where they are not known',
    part: [...trial, { detail: twoTexts(4), reload }],
    says: ['>ऐप इंस्टॉल</th>', '>4</td>', '>–</td>', 'शेष को पहला पाठ चुना गया।'],
  },
  {
    label: 'a trial whose installs are not counted has no column of them',
    part: [...trial, { detail: twoTexts(null), reload }],
    says: ['>लिंक खोला</th>'],
    hides: ['>ऐप इंस्टॉल</th>'],
  },
  {
    label: 'a blast whose plan changed is approved again',
    part: [...run, { detail: paused('plan-changed'), reload }],
    says: ['>फिर से स्वीकृति दें</button>'],
    hides: ['>फिर शुरू करें</button>'],
  },
  {
    label: 'a blast that an officer paused is resumed',
    part: [...run, { detail: paused('officer'), reload }],
    says: ['>फिर शुरू करें</button>'],
    hides: ['>फिर से स्वीकृति दें</button>'],
  },
  {
    label: 'a blast whose first messages nobody has seen goes on once they were',
    part: [...run, { detail: paused('canary-unseen'), reload }],
    says: ['>संदेश फ़ोन पर देखा गया, शेष को भेजें</button>'],
  },
  {
    label: 'a press note says in how many newspapers it was printed',
    part: [...list],
    ask: notes(2),
    says: ['/console/press-notes/?id=4', '2 समाचार-पत्र में प्रकाशित'],
  },
  {
    label: 'a press note that no newspaper printed says nothing of it',
    part: [...list],
    ask: notes(0),
    says: ['/console/press-notes/?id=4'],
    hides: ['समाचार-पत्र में प्रकाशित'],
  },
  {
    label: 'a row of one text in Urdu is named by its number, beside the Hindi',
    part: ['print/studio/UrduFields.tsx', 'UrduRows', urduRows('')],
    says: ['>पंक्तियाँ · 1</label>', 'value="اول"', 'पहली'],
    hides: ['शीर्षक'],
  },
  {
    label: 'a row of several texts in Urdu is named by its number and column, beside the Hindi',
    part: ['print/studio/UrduFields.tsx', 'UrduRows', urduRows('head')],
    says: ['>पंक्तियाँ · 1 · शीर्षक</label>', 'value="اول"', 'पहली'],
  },
  {
    label: 'facts of an entry leave out what is empty, a tick, and what is not for officers',
    part: [
      'ui/feature/FeatureView.tsx',
      'EntryFacts',
      { of: feature, entry: { id: 1, told: 'लिखा', bare: '', ticked: true, own: 'भीतर' } },
    ],
    says: ['बताया', 'लिखा'],
    hides: ['खाली', 'टिक', 'भीतर'],
  },
  {
    label: 'two accounts in doubt lead who reads officers to their page',
    part: [...second, { second: { bar: 'shared-inviter', openedBy: [] } }],
    me: { role: 'admin' },
    says: [officers, 'कोई तीसरे अधिकारी'],
  },
  {
    label: 'two accounts in doubt lead who may not read officers nowhere',
    part: [...second, { second: { bar: 'shared-inviter', openedBy: [] } }],
    me: { role: 'district' },
    says: ['कोई तीसरे अधिकारी'],
    hides: [officers],
  },
  {
    label: 'an own draft needs another officer, not a third one',
    part: [...second, { second: { bar: 'own-draft', openedBy: [] } }],
    me: { role: 'admin' },
    says: ['इसे आपने ही बनाया है'],
    hides: [officers, 'कोई तीसरे अधिकारी'],
  },
  {
    label: 'a press note with words that must not go out is not issued by who reads it',
    part: [...readPanel, waiting('धारा 376 में कार्यवाही')],
    says: ['<mark>376</mark>'],
    hides: ['>पढ़ लिया, जारी करें</button>'],
  },
  {
    label: 'a press note with nothing to block it is issued by who reads it',
    part: [...readPanel, waiting('थाने पर ऐप की जानकारी')],
    says: ['>पढ़ लिया, जारी करें</button>'],
  },
  {
    label: 'a press note with words that must not go out is not handed to be read',
    part: [...submitPanel, waiting('धारा 376 में कार्यवाही')],
    says: ['disabled="">पढ़ने के लिए भेजें<'],
  },
  {
    label: 'a press note with nothing to block it is handed to be read',
    part: [...submitPanel, waiting('थाने पर ऐप की जानकारी')],
    says: ['>पढ़ने के लिए भेजें</button>'],
    hides: ['disabled="">पढ़ने के लिए भेजें<'],
  },
])('$label', async ({ part, me = { role: 'hq' }, ask, says, hides = [] }) => {
  const { main } = await showPart(() => make(...part), { ...me, ask });
  for (const text of says) expect(main.innerHTML).toContain(text);
  for (const text of hides) expect(main.innerHTML).not.toContain(text);
});

/** A phone's store of one picture, and what was deleted in it. */
function makePhone() {
  const deleted: unknown[] = [];
  const answer = (result: unknown) => ({ result });
  const store = (name: string) => ({
    index: () => ({ getAll: () => answer([]), getAllKeys: () => answer([name]) }),
    getAll: () => answer([{ value: { hash: null, codes: [] } }]),
    delete: (key: unknown) => answer(deleted.push(key)),
  });
  const transaction = () => {
    const open = { objectStore: store, oncomplete: () => {} };
    queueMicrotask(() => open.oncomplete());
    return open;
  };
  const open = () => {
    const request = { result: { transaction }, onsuccess: () => {} };
    queueMicrotask(() => request.onsuccess());
    return request;
  };
  return { deleted, standIns: { indexedDB: { open }, IDBKeyRange: { bound: () => null } } };
}
const phone = makePhone();

function Leave({
  of,
}: {
  of: typeof import('../../../../site/islands/console/ui/outbox/SignOutQuestion.tsx');
}) {
  const leaving = of.useSignOut((work) => void work());
  const ask = createElement(
    'button',
    { key: 'out', type: 'button', onClick: () => leaving.signOut(true) },
    'साइन आउट',
  );
  return [ask, createElement(of.SignOutQuestion, { key: 'ask', leaving, busy: false })];
}

test('with a picture on the phone an officer signs out once that was confirmed, everywhere as was chosen', async () => {
  const asked: unknown[] = [];
  const { main, press } = await showPart(
    async () =>
      createElement(Leave, {
        of: await import('../../../../site/islands/console/ui/outbox/SignOutQuestion.tsx'),
      }),
    { standIns: phone.standIns, ask: async (...request) => void asked.push(request) },
  );
  await press('साइन आउट');
  await expect.poll(() => main.textContent).toContain('1 फ़ोटो अभी भेजी नहीं गई हैं');
  expect(asked).toEqual([]);
  await press('साइन इन रहें');
  expect(main.querySelectorAll('[role=alert]')).toHaveLength(0);
  await press('साइन आउट');
  await expect.poll(() => main.textContent).toContain('1 फ़ोटो अभी भेजी नहीं गई हैं');
  await press('हटाएँ और साइन आउट करें');
  expect(asked).toEqual([['POST /api/sign-out', { body: { everywhere: true } }]]);
});

type Tray = ReturnType<typeof useTray>;

function Pictures({ tell }: { tell: (tray: Tray) => void }) {
  const held = useHeldPictures();
  tell(useTray({ held, district: 'agra', stations: [], day: null, onChanged: reload }));
  return null;
}

test.each([
  { label: 'was handed over is taken out of what waits', key: 'k1', dropped: ['k1'] },
  { label: 'was not handed over leaves what waits alone', key: null, dropped: [] },
])('a picture that $label when it is taken back', async ({ key, dropped }) => {
  let tray: Tray | undefined;
  const tell = (next: Tray) => {
    tray = next;
  };
  await showPart(async () => createElement(Pictures, { tell }), { standIns: phone.standIns });
  phone.deleted.length = 0;
  await tray?.unsend({ id: 'p1', key } as never);
  expect(phone.deleted).toEqual(dropped);
});
