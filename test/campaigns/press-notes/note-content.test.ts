import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { checkFields, isOverruled } from '../../../campaigns/press-notes/check-fields.ts';
import { checkText } from '../../../campaigns/press-notes/check-text.ts';
import { type NoteContext, noteContent } from '../../../campaigns/press-notes/note-content.ts';
import type { PressNoteFields } from '../../../campaigns/press-notes/note-fields.ts';
import { type PressNotes, pressNotesSchema } from '../../../campaigns/press-notes/press-notes.ts';
import { whatsappText } from '../../../campaigns/press-notes/whatsapp-text.ts';

const { pressNotes } = loadCampaign('up-cop') as { pressNotes: PressNotes };
const typed = { title: '', details: '' };
const context: NoteContext = {
  pressNotes,
  district: 'आगरा',
  stations: new Map([
    ['ekta', 'थाना एकता'],
    ['mahila', 'महिला थाना'],
    ['etmadpur', 'थाना एत्मादपुर'],
    ['cyber', 'साइबर क्राइम थाना आगरा'],
  ]),
  app: 'UP COP',
  force: 'उत्तर प्रदेश पुलिस',
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
    'अज्ञात के विरुद्ध 13 ई-एफआईआर तथा खोये सामान की 1 सूचना दर्ज करायी गयीं',
  );
});

test.each<[PressNoteFields, string]>([
  [
    { kind: 'story', station: 'ekta', category: 'theft', days: 0, result: 'returned', ...typed },
    'थाना एकता से सम्बन्धित चोरी की घटना में UP COP ऐप के माध्यम से थाने आये बिना ई-एफआईआर दर्ज करायी गयी, जो अज्ञात के विरुद्ध पंजीकृत हुई। पुलिस द्वारा कार्यवाही करते हुए उसी दिन सामान खोजकर उसके स्वामी को नियमानुसार सुपुर्द कर दिया गया।',
  ],
  [
    {
      kind: 'story',
      station: 'mahila',
      category: 'lost-article',
      days: 3,
      result: 'found',
      ...typed,
    },
    'महिला थाना से सम्बन्धित खोये सामान की सूचना UP COP ऐप के माध्यम से थाने आये बिना दर्ज करायी गयी। पुलिस द्वारा कार्यवाही करते हुए 3 दिन में खोया हुआ सामान खोज लिया गया।',
  ],
])('a story is made of what was chosen', (fields, text) => {
  expect(noteContent(fields, context).paragraphs).toEqual([text]);
});

test('what is typed stands in the note; a title of one’s own takes the place of the usual one', () => {
  const appeal = pressNotes.appeals[0];
  const fields = {
    kind: 'appeal',
    appeal: appeal?.id ?? '',
    title: 'घर बैठे शिकायत',
    details: 'एक।\n\nदो।',
  } as const;
  const note = noteContent(fields, context);
  expect(note.title).toBe('घर बैठे शिकायत');
  expect(note.paragraphs).toEqual([appeal?.text, 'एक।', 'दो।']);
  const text = whatsappText(note);
  for (const part of ['*घर बैठे शिकायत*', 'प्रेस नोट संख्या: 07/2019', 'https://uppolice.gov.in/Q17SN0N'])
    expect(text).toContain(part);
});

test('no word of the campaign’s own lists is found fault with', () => {
  const own = [
    ...pressNotes.categories.flatMap(({ name, incident }) => [name.hi, name.en, incident]),
    ...pressNotes.results.flatMap(({ name, sentence }) => [name.hi, name.en, sentence]),
    ...pressNotes.appeals.flatMap(({ name, title, text }) => [name.hi, name.en, title, text]),
    pressNotes.closing,
  ];
  expect(own.filter((text) => checkText(text).length > 0)).toEqual([]);
});

test('a category’s result has to be one of the results', () => {
  const [first, ...rest] = pressNotes.categories;
  const wrong = { ...pressNotes, categories: [{ ...first, results: ['hanged'] }, ...rest] };
  expect(pressNotesSchema.safeParse(wrong).error?.issues[0]).toMatchObject({
    path: ['categories', 0, 'results'],
    message: 'Expected ids of `results`, got "hanged"',
  });
});

test('findings lie in the field in which they begin, and only the same words are let stand', () => {
  const found = checkFields({ title: 'शातिर पकड़ा', details: 'मोबाइल 9876543210 और शातिर' });
  expect(found.map(({ field, rule, from, to }) => [field, rule, from, to])).toEqual([
    ['title', 'guilt', 0, 5],
    ['details', 'mobile', 7, 17],
    ['details', 'guilt', 21, 26],
  ]);
  const overrules = [{ rule: 'guilt', field: 'title', found: 'शातिर', reason: 'उद्धरण' }] as const;
  expect(found.map((finding) => isOverruled(finding, overrules))).toEqual([true, false, false]);
  const [block] = checkFields({ title: 'नाबालिग', details: '' });
  const tried = { rule: 'child', field: 'title', found: 'नाबालिग', reason: 'x' } as const;
  expect(block && isOverruled(block, [tried])).toBe(false);
});

test('stations with the same count stand in the order of their Hindi names', () => {
  // By their ids they would stand the other way round.
  const stations = new Map([
    ['b', 'थाना अछनेरा'],
    ['a', 'थाना बाह'],
    ['c', 'थाना एकता'],
  ]);
  const rows = ['a', 'b', 'c'].map((station) => ({ station, category: 'theft', count: 5 }));
  const note = noteContent(
    { kind: 'counts', month: '2019-03', rows, ...typed },
    { ...context, stations },
  );
  expect(note.figures?.rows[0]?.[2]).toBe('अछनेरा – 5; एकता – 5; बाह – 5');
});
