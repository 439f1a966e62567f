import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { type NoteContext, noteContent } from '../../../campaigns/press-notes/note-content.ts';
import type { PressNoteFields } from '../../../campaigns/press-notes/note-fields.ts';
import { noteNotices } from '../../../campaigns/press-notes/note-status.ts';
import { type PressNotes, pressNotesSchema } from '../../../campaigns/press-notes/press-notes.ts';
import { chooseReaders } from '../../../campaigns/press-notes/readers.ts';
import { whatsappText } from '../../../campaigns/press-notes/whatsapp-text.ts';
import { check } from './checked.ts';

const { pressNotes } = loadCampaign('up-cop') as { pressNotes: PressNotes };
const typed = { title: '', details: '', language: 'hi' as const, wording: 0 };
const english = { ...typed, language: 'en' as const };
const context: NoteContext = {
  pressNotes,
  district: { hi: 'आगरा', en: 'Agra' },
  services: new Map([['tenant', { hi: 'किरायेदार सत्यापन', en: 'Tenant verification' }]]),
  stations: new Map([
    ['ekta', { hi: 'थाना एकता', en: 'Police Station Ekta' }],
    ['mahila', { hi: 'महिला थाना', en: 'Mahila Police Station' }],
    ['etmadpur', { hi: 'थाना एत्मादपुर', en: 'Police Station Etmadpur' }],
    ['cyber', { hi: 'साइबर क्राइम थाना आगरा', en: 'Cyber Crime Police Station Agra' }],
  ]),
  app: 'UP COP',
  force: { hi: 'उत्तर प्रदेश पुलिस', en: 'Uttar Pradesh Police' },
  link: 'https://UPPOLICE.GOV.IN/Q17SN0N',
  typedLink: 'uppolice.gov.in/Q17SN0N',
  number: { number: 7, year: 2019 },
  issuedOn: '2019-04-12',
};

test('a month’s counts show a station from three on, and the others as one sum', () => {
  const rows = [
    { station: 'ekta', category: 'theft', count: 12 },
    { station: 'etmadpur', category: 'theft', count: 1 },
    { station: 'mahila', category: 'lost-article', count: 1 },
  ];
  const note = noteContent({ kind: 'counts', month: '2019-03', rows, ...typed }, context);
  expect(note.head).toEqual([
    ['प्रेस नोट संख्या', '07/2019'],
    ['दिनांक', '12.04.2019'],
    ['जनपद', 'आगरा'],
    ['थाना', 'समस्त थाने'],
  ]);
  expect(note.figures?.rows).toEqual([
    ['चोरी', '13', 'एकता – 12; अन्य थाने – 1'],
    ['खोया सामान / मोबाइल', '1', 'केवल जनपद स्तर पर'],
  ]);
  expect(note.paragraphs[0]).toContain(
    'अज्ञात के विरुद्ध 13 ई-एफ़आईआर तथा खोए सामान की 1 सूचना दर्ज कराई गईं',
  );
});

const theft = { station: 'ekta', category: 'theft', result: 'recovered' };
const story = { kind: 'story' as const, ...theft, day: null, days: 3 };

test.each<[PressNoteFields, string]>([
  [
    { ...story, days: 0, result: 'returned', ...typed },
    'थाना एकता से संबंधित चोरी की घटना में UP COP ऐप के माध्यम से थाने आए बिना ई-एफ़आईआर दर्ज कराई गई, जो अज्ञात के विरुद्ध पंजीकृत हुई। पुलिस द्वारा कार्यवाही करते हुए उसी दिन सामान खोजकर उसके स्वामी को नियमानुसार सुपुर्द कर दिया गया।',
  ],
  [
    { ...story, station: 'mahila', category: 'lost-article', result: 'found', ...typed },
    'महिला थाना से संबंधित खोए सामान की सूचना UP COP ऐप के माध्यम से थाने आए बिना दर्ज कराई गई। पुलिस द्वारा कार्यवाही करते हुए 3 दिन में खोया हुआ सामान खोज लिया गया।',
  ],
  [
    { ...story, day: '2019-04-02', ...typed, wording: 1 },
    'दिनांक 02.04.2019 को UP COP ऐप पर प्राप्त ई-एफ़आईआर के आधार पर थाना एकता में चोरी की घटना के संबंध में अज्ञात के विरुद्ध अभियोग पंजीकृत किया गया था। विवेचना के क्रम में 3 दिन में चोरी अथवा लूट का सामान बरामद कर लिया गया।',
  ],
  [
    { ...story, day: '2019-04-02', days: 1, ...english },
    'In a case of theft of Police Station Ekta, an e-FIR was lodged on 02.04.2019 through the UP COP app without a visit to the police station and was registered against unknown persons. Upon action by the police within 1 day the property was recovered.',
  ],
  [
    { kind: 'appeal', appeal: 'use-app', service: 'tenant', ...english, wording: 1 },
    'With the UP COP app an e-FIR against unknown persons or a report of a lost article can be lodged at any time and from any place. Its copy is available on the app at once. Please make use of this free service.',
  ],
])('a story is made of what was chosen', (fields, text) => {
  expect(noteContent(fields, context).paragraphs[0]).toBe(text);
});

test('what is typed stands in the note; a title of one’s own takes the place of the usual one', () => {
  const appeal = pressNotes.appeals[0];
  const own = { title: 'घर बैठे शिकायत', details: 'एक।\n\nदो।' };
  const chosen = { kind: 'appeal', appeal: appeal?.id ?? '', service: 'tenant' } as const;
  const fields = { ...typed, ...chosen, ...own };
  const note = noteContent(fields, context);
  expect(note.title).toBe('घर बैठे शिकायत');
  expect(note.paragraphs).toEqual([
    appeal?.wordings[0]?.hi,
    'UP COP ऐप की सेवा “किरायेदार सत्यापन” का लाभ थाने आए बिना लिया जा सकता है।',
    'एक।',
    'दो।',
  ]);
  const text = whatsappText(note, { app: 'UP COP' });
  for (const part of ['*घर बैठे शिकायत*', 'प्रेस नोट संख्या: 07/2019', 'https://uppolice.gov.in/Q17SN0N'])
    expect(text).toContain(part);
});

test('whatever the program says by itself is found no fault with, in each wording and language', () => {
  const fields = [
    ...pressNotes.categories.flatMap(({ id, results }) =>
      results.map((result) => ({ ...story, category: id, result, day: '2019-04-02' })),
    ),
    ...pressNotes.appeals.map(({ id }) => ({
      kind: 'appeal' as const,
      appeal: id,
      service: 'tenant',
    })),
    {
      kind: 'counts' as const,
      month: '2019-03',
      rows: pressNotes.categories.map(({ id }) => ({ station: 'ekta', category: id, count: 9 })),
    },
  ];
  const seen = new Set<string>();
  for (const each of fields)
    for (const language of ['hi', 'en'] as const)
      for (const wording of [0, 1, 2]) {
        const note = noteContent({ ...each, ...typed, language, wording }, context);
        const text = whatsappText(note, { app: 'UP COP' });
        // The head's telephone would be one; the link is no handle.
        expect(check(text.replace(note.typedLink, ''))).toEqual([]);
        if (language === 'en') expect(text).not.toMatch(/[\u0900-\u097F]/);
        seen.add(note.paragraphs.join(' '));
      }
  expect(seen.size).toBeGreaterThanOrEqual(fields.length * 4);
});

test('what is printed on a cancelled note is no officer’s word', () => {
  const note = { status: 'cancelled' as const };
  expect(noteNotices(note, 'hi')).toEqual(['यह प्रेस नोट निरस्त किया जा चुका है; इसे प्रकाशित न करें।']);
});

test('a note waits for the next office that has somebody who did not write it', () => {
  const officers = [
    { id: 'pro', role: 'district', area: 'agra' },
    { id: 'dsp', role: 'district', area: 'agra' },
    { id: 'other', role: 'district', area: 'mathura' },
    { id: 'adg', role: 'zone', area: 'agra' },
    { id: 'ts', role: 'hq', area: null },
  ] as const;
  const agra = { id: 'agra', zone: 'agra' };
  const waitsFor = (barred: string[], all = officers.slice()) => {
    const { level, readers } = chooseReaders(agra, all, ({ id }) => !barred.includes(id));
    return [level, ...readers.map(({ id }) => id)];
  };
  expect(waitsFor(['pro'])).toEqual(['district', 'dsp']);
  expect(waitsFor(['pro', 'dsp'])).toEqual(['zone', 'adg']);
  expect(waitsFor(['pro', 'dsp', 'adg'])).toEqual(['hq', 'ts']);
  expect(waitsFor(['pro'], officers.slice(0, 1))).toEqual([null]);
});

test('a category’s result has to be one of the results', () => {
  const [first, ...rest] = pressNotes.categories;
  const wrong = { ...pressNotes, categories: [{ ...first, results: ['hanged'] }, ...rest] };
  expect(pressNotesSchema.safeParse(wrong).error?.issues[0]).toMatchObject({
    path: ['categories', 0, 'results'],
    message: 'Expected ids of `results`, got "hanged"',
  });
});

test('stations with the same count stand in the order of their Hindi names', () => {
  // By their ids they would stand the other way round.
  const stations = new Map([
    ['b', { hi: 'थाना अछनेरा', en: 'Police Station Achhnera' }],
    ['a', { hi: 'थाना बाह', en: 'Police Station Bah' }],
    ['c', { hi: 'थाना एकता', en: 'Police Station Ekta' }],
  ]);
  const rows = ['a', 'b', 'c'].map((station) => ({ station, category: 'theft', count: 5 }));
  const note = noteContent(
    { kind: 'counts', month: '2019-03', rows, ...typed },
    { ...context, stations },
  );
  expect(note.figures?.rows[0]?.[2]).toBe('अछनेरा – 5; एकता – 5; बाह – 5');
});
