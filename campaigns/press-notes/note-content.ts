import { formatCount, formatDay, formatDayShort } from '../numbers.ts';
import type { PressNoteFields } from './note-fields.ts';
import type { PressNotes } from './press-notes.ts';
import { type ShownCounts, shownCounts } from './station-counts.ts';

/** A press note as it goes out, in the form of UP's press notes: the same words in DOCX, PDF, WhatsApp and preview. */
export interface PressNoteContent {
  office: string;
  /** प्रेस नोट संख्या, दिनांक, जनपद, थाना: name and value. */
  head: [string, string][];
  title: string;
  paragraphs: string[];
  figures: { head: string[]; rows: string[][]; note: string | null } | null;
  appeal: string;
  /** What the QR code holds. */
  link: string;
  /** As it is typed in. */
  typedLink: string;
  issuer: string;
}

/** What a note is made with besides its fields. */
export interface NoteContext {
  pressNotes: PressNotes;
  district: string;
  /** Names of all stations of the district by id, as they stand on their boards. */
  stations: ReadonlyMap<string, string>;
  app: string;
  /** Whose media cell it is. */
  force: string;
  link: string;
  typedLink: string;
  /** Null while it is a draft. */
  number: { number: number; year: number } | null;
  /** Null while it is a draft. */
  issuedOn: string | null;
}

const notYet = '(जारी होने पर)';

/**
 * Puts a note's fields into words.
 * @throws for an id that the campaign or the district has not
 */
export function noteContent(fields: PressNoteFields, context: NoteContext): PressNoteContent {
  const { district, force, number, issuedOn, pressNotes, link, typedLink } = context;
  const body = bodyOf(fields, context);
  const details = fields.details.trim();
  return {
    office: `मीडिया सेल, जनपद ${district}, ${force}`,
    head: [
      ['प्रेस नोट संख्या', number === null ? notYet : noteNumber(number)],
      ['दिनांक', issuedOn === null ? notYet : formatDayShort(issuedOn)],
      ['जनपद', district],
      ['थाना', body.station],
    ],
    title: fields.title.trim() || body.title,
    paragraphs: [...body.paragraphs, ...details.split(/\n+/).filter((line) => line.trim() !== '')],
    figures: body.figures,
    appeal: body.appeal ?? pressNotes.closing,
    link,
    typedLink,
    issuer: `जारीकर्ता – मीडिया सेल, जनपद ${district}`,
  };
}

/** Number of a note in its district and year, as it stands on paper. */
export function noteNumber({ number, year }: { number: number; year: number }): string {
  return `${String(number).padStart(2, '0')}/${year}`;
}

type Body = Pick<PressNoteContent, 'title' | 'paragraphs' | 'figures'> & {
  station: string;
  appeal?: string;
};

function bodyOf(fields: PressNoteFields, context: NoteContext): Body {
  switch (fields.kind) {
    case 'counts':
      return countsBody(fields, context);
    case 'story':
      return storyBody(fields, context);
    case 'appeal': {
      const { title, text } = findById(context.pressNotes.appeals, fields.appeal, 'appeal');
      return { title, paragraphs: [text], figures: null, station: 'समस्त थाने' };
    }
  }
}

function countsBody(
  { month, rows }: Extract<PressNoteFields, { kind: 'counts' }>,
  { pressNotes, district, stations, app }: NoteContext,
): Body {
  const { categories, leastStationCount: least } = pressNotes;
  const found = shownCounts(rows, { stations: [...stations.keys()], least });
  const inOrder = categories.flatMap(({ id }) => found.filter(({ category }) => category === id));
  const totalOf = (filed: 'fir' | 'report') =>
    inOrder.reduce(
      (sum, { category, total }) =>
        findById(categories, category, 'category').filed === filed ? sum + total : sum,
      0,
    );
  const monthName = formatDay(`${month}-01`, 'hi').replace(/^1 /, '');
  const [firs, reports] = [totalOf('fir'), totalOf('report')];
  const parts = [
    ...(firs > 0 ? [`अज्ञात के विरुद्ध ${formatCount(firs)} ई-एफआईआर`] : []),
    ...(reports > 0
      ? [`खोये सामान की ${formatCount(reports)} ${reports === 1 ? 'सूचना' : 'सूचनाएँ'}`]
      : []),
  ];
  const isPartial = inOrder.some(
    ({ stations: shown, others }) => others === null || shown.length === 0 || others.stations > 0,
  );
  return {
    title: `${monthName} में ${app} ऐप से दर्ज प्रकरण – जनपद ${district}`,
    paragraphs: [
      `माह ${monthName} में जनपद ${district} के नागरिकों द्वारा ${app} ऐप के माध्यम से थाने आये बिना ${parts.join(' तथा ') || 'कोई प्रकरण नहीं'} दर्ज ${parts.length === 0 ? 'कराया गया' : 'करायी गयीं'}। श्रेणीवार विवरण निम्नवत् है।`,
    ],
    figures: {
      head: ['श्रेणी', 'जनपद में कुल', 'थानावार'],
      rows: inOrder.map((counts) => [
        findById(categories, counts.category, 'category').name.hi,
        formatCount(counts.total),
        stationsText(counts, stations),
      ]),
      note: isPartial
        ? `जिन थानों की संख्या ${formatCount(least)} से कम है, वह केवल जनपद के योग में दी गयी है।`
        : null,
    },
    station: 'समस्त थाने',
  };
}

const byHindi = new Intl.Collator('hi');

function stationsText(
  { stations: shown, others }: ShownCounts,
  names: ReadonlyMap<string, string>,
): string {
  if (others === null) return 'केवल जनपद स्तर पर';
  const parts = shown
    .map(({ station, count }) => ({ name: bare(nameOf(names, station)), count }))
    .sort((one, other) => other.count - one.count || byHindi.compare(one.name, other.name))
    .map(({ name, count }) => `${name} – ${formatCount(count)}`);
  if (others.count > 0) parts.push(`अन्य थाने – ${formatCount(others.count)}`);
  return parts.join('; ');
}

function storyBody(
  {
    station,
    category: categoryId,
    days,
    result: resultId,
  }: Extract<PressNoteFields, { kind: 'story' }>,
  { pressNotes, stations, app }: NoteContext,
): Body {
  const category = findById(pressNotes.categories, categoryId, 'category');
  const result = findById(pressNotes.results, resultId, 'result');
  const name = nameOf(stations, station);
  const took = days === 0 ? 'उसी दिन' : `${formatCount(days)} दिन में`;
  const filed =
    category.filed === 'fir'
      ? `${name} से सम्बन्धित ${category.incident} में ${app} ऐप के माध्यम से थाने आये बिना ई-एफआईआर दर्ज करायी गयी, जो अज्ञात के विरुद्ध पंजीकृत हुई।`
      : `${name} से सम्बन्धित ${category.incident} ${app} ऐप के माध्यम से थाने आये बिना दर्ज करायी गयी।`;
  return {
    title: `${app} ऐप से दर्ज ${category.incident} पर सफल कार्यवाही – ${result.name.hi}`,
    paragraphs: [`${filed} पुलिस द्वारा कार्यवाही करते हुए ${took} ${result.sentence}।`],
    figures: null,
    station: bare(name),
  };
}

/** Where थाना stands before it already. */
function bare(name: string): string {
  return name.replace(/^थाना (?!भवन)/, '');
}

function nameOf(names: ReadonlyMap<string, string>, station: string): string {
  const name = names.get(station);
  if (name === undefined) throw new Error(`Expected a station of the district, got "${station}"`);
  return name;
}

function findById<Entry extends { id: string }>(
  list: readonly Entry[],
  id: string,
  what: string,
): Entry {
  const found = list.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`Expected the id of a ${what} of the list, got "${id}"`);
  return found;
}
