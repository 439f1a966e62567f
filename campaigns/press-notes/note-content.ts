import type { Bilingual } from '../bilingual.ts';
import { formatCount, formatDayShort, formatMonth } from '../numbers.ts';
import { type NoteLanguage, type PressNoteFields, wordingCount } from './note-fields.ts';
import { firWordings, monthWordings, reportWordings } from './note-wordings.ts';
import type { PressNotes } from './press-notes.ts';
import { type ShownCounts, shownCounts } from './station-counts.ts';

/** A press note as it goes out, in the form of UP's press notes: the same words in DOCX, PDF, WhatsApp and preview. */
export interface PressNoteContent {
  /** Left out of notes that were issued before there were two. */
  language?: NoteLanguage | undefined;
  office: string;
  /** प्रेस नोट संख्या, दिनांक, जनपद, थाना: name and value. */
  head: [string, string][];
  title: string;
  paragraphs: string[];
  figures: { head: string[]; rows: string[][]; note: string | null } | null;
  appeal: string;
  /** Content of the QR code. */
  link: string;
  /** As it is typed in. */
  typedLink: string;
  issuer: string;
}

/** Data for a note besides its fields. */
export interface NoteContext {
  pressNotes: PressNotes;
  district: Bilingual;
  /** Names of all stations of the district by id, as written on their boards. */
  stations: ReadonlyMap<string, Bilingual>;
  /** Names of the app's services by id. */
  services: ReadonlyMap<string, Bilingual>;
  app: string;
  /** The force that the media cell belongs to. */
  force: Bilingual;
  link: string;
  typedLink: string;
  /** Null while it is a draft. */
  number: { number: number; year: number } | null;
  /** Null while it is a draft. */
  issuedOn: string | null;
}

const frames = {
  hi: {
    notYet: '(जारी होने पर)',
    head: ['प्रेस नोट संख्या', 'दिनांक', 'जनपद', 'थाना'],
    office: (district: string, force: string) => `मीडिया सेल, जनपद ${district}, ${force}`,
    issuer: (district: string) => `जारीकर्ता – मीडिया सेल, जनपद ${district}`,
    allStations: 'समस्त थाने',
    sameDay: 'उसी दिन',
    within: (days: number) => `${formatCount(days)} दिन में`,
    firs: (count: number) => `अज्ञात के विरुद्ध ${formatCount(count)} ई-एफ़आईआर`,
    reports: (count: number) =>
      `खोए सामान की ${formatCount(count)} ${count === 1 ? 'सूचना' : 'सूचनाएँ'}`,
    and: ' तथा ',
    none: 'कोई प्रकरण नहीं',
    figures: ['श्रेणी', 'जनपद में कुल', 'थानावार'],
    districtOnly: 'केवल जनपद स्तर पर',
    others: 'अन्य थाने',
    smallCounts: (least: number) =>
      `जिन थानों की संख्या ${formatCount(least)} से कम है, वह केवल जनपद के योग में दी गई है।`,
    service: (service: string, app: string) =>
      `${app} ऐप की सेवा “${service}” का लाभ थाने आए बिना लिया जा सकता है।`,
  },
  en: {
    notYet: '(when issued)',
    head: ['Press note no.', 'Date', 'District', 'Police station'],
    office: (district: string, force: string) => `Media Cell, district ${district}, ${force}`,
    issuer: (district: string) => `Issued by the Media Cell, district ${district}`,
    allStations: 'All police stations',
    sameDay: 'on the same day',
    within: (days: number) => `within ${formatCount(days)} ${days === 1 ? 'day' : 'days'}`,
    firs: (count: number) =>
      `${formatCount(count)} ${count === 1 ? 'e-FIR' : 'e-FIRs'} against unknown persons`,
    reports: (count: number) =>
      `${formatCount(count)} ${count === 1 ? 'report' : 'reports'} of lost articles`,
    and: ' and ',
    none: 'no cases',
    figures: ['Category', 'District in all', 'By police station'],
    districtOnly: 'District level only',
    others: 'other stations',
    smallCounts: (least: number) =>
      `Counts of police stations below ${formatCount(least)} are given in the total of the district only.`,
    service: (service: string, app: string) =>
      `The service “${service}” of the ${app} app can be used without a visit to the police station.`,
  },
} as const;

/**
 * Puts a note's fields into words.
 * @throws for an id that the campaign or the district has not
 */
export function noteContent(fields: PressNoteFields, context: NoteContext): PressNoteContent {
  const { force, number, issuedOn, pressNotes, link, typedLink } = context;
  const { language } = fields;
  const frame = frames[language];
  const district = context.district[language];
  const body = writeBody(fields, context);
  const values = [
    number === null ? frame.notYet : noteNumber(number),
    issuedOn === null ? frame.notYet : formatDayShort(issuedOn),
    district,
    body.station,
  ];
  return {
    language,
    office: frame.office(district, force[language]),
    head: frame.head.map((name, index) => [name, values[index] ?? '']),
    title: fields.title.trim() || body.title,
    paragraphs: [...body.paragraphs, ...typedParagraphs(fields.details)],
    figures: body.figures,
    appeal: body.appeal ?? pressNotes.closing[language],
    link,
    typedLink,
    issuer: frame.issuer(district),
  };
}

/** The paragraphs of what was typed; they are a note's last ones. */
export function typedParagraphs(details: string): string[] {
  return details
    .trim()
    .split(/\n+/)
    .filter((line) => line.trim() !== '');
}

/** Number of a note in its district and year, as written on paper. */
export function noteNumber({ number, year }: { number: number; year: number }): string {
  return `${String(number).padStart(2, '0')}/${year}`;
}

type Body = Pick<PressNoteContent, 'title' | 'paragraphs' | 'figures'> & {
  station: string;
  appeal?: string;
};

function writeBody(fields: PressNoteFields, context: NoteContext): Body {
  switch (fields.kind) {
    case 'counts':
      return countsBody(fields, context);
    case 'story':
      return storyBody(fields, context);
    case 'appeal':
      return appealBody(fields, context);
  }
}

function appealBody(
  { appeal, service, language, wording }: Extract<PressNoteFields, { kind: 'appeal' }>,
  { pressNotes, services, app }: NoteContext,
): Body {
  const { title, wordings } = findById(pressNotes.appeals, appeal, 'appeal');
  const frame = frames[language];
  const texts = [wordingAt(wordings, wording)[language]];
  if (service !== null) {
    const name = services.get(service)?.[language];
    if (name === undefined) throw new Error(`Expected a service of the app, got "${service}"`);
    texts.push(frame.service(name, app));
  }
  return { title: title[language], paragraphs: texts, figures: null, station: frame.allStations };
}

function countsBody(
  { month, rows, language, wording }: Extract<PressNoteFields, { kind: 'counts' }>,
  { pressNotes, district, stations, app }: NoteContext,
): Body {
  const { categories, leastStationCount: least } = pressNotes;
  const frame = frames[language];
  const found = shownCounts(rows, { stations: [...stations.keys()], least });
  const inOrder = categories.flatMap(({ id }) => found.filter(({ category }) => category === id));
  const countFiled = (filed: 'fir' | 'report') =>
    inOrder.reduce(
      (sum, { category, total }) =>
        findById(categories, category, 'category').filed === filed ? sum + total : sum,
      0,
    );
  const firs = countFiled('fir');
  const reports = countFiled('report');
  const parts = [
    ...(firs > 0 ? [frame.firs(firs)] : []),
    ...(reports > 0 ? [frame.reports(reports)] : []),
  ];
  const isPartial = inOrder.some(
    ({ stations: shown, others }) => others === null || shown.length === 0 || others.stations > 0,
  );
  const { title, text } = wordingAt(
    monthWordings[language],
    wording,
  )({
    app,
    district: district[language],
    month: formatMonth(month, language),
    cases: parts.join(frame.and) || frame.none,
    isNone: parts.length === 0,
  });
  return {
    title,
    paragraphs: [text],
    figures: {
      head: [...frame.figures],
      rows: inOrder.map((counts) => [
        findById(categories, counts.category, 'category').name[language],
        formatCount(counts.total),
        stationsText(counts, stations, language),
      ]),
      note: isPartial ? frame.smallCounts(least) : null,
    },
    station: frame.allStations,
  };
}

const collators = { hi: new Intl.Collator('hi'), en: new Intl.Collator('en') };

function stationsText(
  { stations: shown, others }: ShownCounts,
  names: NoteContext['stations'],
  language: NoteLanguage,
): string {
  const frame = frames[language];
  if (others === null) return frame.districtOnly;
  const { compare } = collators[language];
  const parts = shown
    .map(({ station, count }) => ({ name: bare(findName(names, station)[language]), count }))
    .sort((one, other) => other.count - one.count || compare(one.name, other.name))
    .map(({ name, count }) => `${name} – ${formatCount(count)}`);
  if (others.count > 0) parts.push(`${frame.others} – ${formatCount(others.count)}`);
  return parts.join('; ');
}

function storyBody(
  fields: Extract<PressNoteFields, { kind: 'story' }>,
  { pressNotes, stations, app }: NoteContext,
): Body {
  const { language, wording, day, days } = fields;
  const category = findById(pressNotes.categories, fields.category, 'category');
  const result = findById(pressNotes.results, fields.result, 'result');
  const station = findName(stations, fields.station)[language];
  const frame = frames[language];
  const wordings = category.filed === 'fir' ? firWordings : reportWordings;
  const { title, text } = wordingAt(
    wordings[language],
    wording,
  )({
    app,
    station,
    incident: category.incident[language],
    on: day === null ? null : formatDayShort(day),
    took: days === 0 ? frame.sameDay : frame.within(days),
    sentence: result.sentence[language],
    result: result.name[language],
  });
  return { title, paragraphs: [text], figures: null, station: bare(station) };
}

function wordingAt<Each>(wordings: readonly Each[], wording: number): Each {
  const found = wordings[wording % wordings.length];
  if (found === undefined)
    throw new Error(`Expected a wording below ${wordingCount}, got ${wording}`);
  return found;
}

/** Where थाना or Police Station is before it already. */
function bare(name: string): string {
  return name.replace(/^(?:थाना (?!भवन)|Police Station )/, '');
}

function findName(names: NoteContext['stations'], station: string): Bilingual {
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
