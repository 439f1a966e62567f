import type { Bilingual } from '../bilingual.ts';
import type { Campaign } from '../campaign.ts';
import { inBoth, type Pair } from '../words/pairs.ts';

/** Top-level fields of the campaign that an installation may publish over the repository's. */
export const editableFields = [
  'copy',
  'serviceGroups',
  'helpLines',
  'goal',
  'goals',
  'links',
  'urdu',
  'newspapers',
  'vehicles',
] as const satisfies readonly (keyof Campaign)[];
export type EditableField = (typeof editableFields)[number];

/** Editable fields of a campaign; one that the campaign does not have is missing. */
export type StudioContent = Partial<Pick<Campaign, EditableField>>;

export function pickContent(campaign: Campaign): StudioContent {
  const fields = editableFields.flatMap((field) =>
    campaign[field] === undefined ? [] : [[field, campaign[field]] as const],
  );
  return Object.fromEntries(fields);
}

/** Fields that are not printed: a change of these alone keeps the version in the slug line. */
const unprinted: readonly string[] = ['goal', 'goals'] satisfies EditableField[];

export function isPrinted(field: string): boolean {
  return !unprinted.includes(field);
}

/** A control of a row: what it takes, and below which name its value is in the row. */
export interface Column {
  key: string;
  label: Bilingual;
  kind: 'words' | 'text' | 'count' | 'measure' | 'yes' | 'day' | 'choice';
  /** Most characters that are usual here; more is shown, and taken where it fits. */
  most?: number;
  choices?: readonly { value: string | number; label: Bilingual }[];
  /** Left empty it is this: null for “not known”, undefined for a field that is then missing. */
  empty?: null | undefined;
  canBeEmpty?: true;
  /** Stays as it is once the row is there: codes and files are known by it. */
  fixed?: true;
}

export type StudioField =
  | {
      kind: 'words';
      path: readonly string[];
      label: Bilingual;
      most: number;
      long?: true;
      /** May be left empty: its place on the artwork closes up. */
      optional?: true;
    }
  | {
      kind: 'rows';
      path: readonly string[];
      label: Bilingual;
      columns: readonly Column[];
      fewest: number;
      most: number;
      /** A new row before anything is written into it. */
      blank: Readonly<Record<string, unknown>>;
    }
  | { kind: 'row'; path: readonly string[]; label: Bilingual; columns: readonly Column[] }
  | { kind: 'services' | 'host'; path: readonly string[]; label: Bilingual }
  | UrduField;

/** Words in Urdu beside those that they translate, which have the same path without its first step. */
export type UrduField =
  | { kind: 'urdu'; path: readonly string[]; label: Bilingual; most: number; long?: true }
  /** As many rows as the words that they translate. */
  | { kind: 'urdu-rows'; path: readonly string[]; label: Bilingual; columns: readonly Column[] }
  /** A name for each thing of a list, by its id; one that is left out is in Hindi. */
  | { kind: 'urdu-names'; path: readonly ['urdu', UrduNames]; label: Bilingual; most: number };
export type UrduNames =
  | 'serviceGroups'
  | 'services'
  | 'boardServices'
  | 'helpLines'
  | 'ownFields'
  | 'districts';

export interface StudioPart {
  id: string;
  title: Bilingual;
  fields: readonly StudioField[];
}

const part = (id: string, hi: string, en: string, fields: readonly StudioField[]): StudioPart => ({
  id,
  title: { hi, en },
  fields,
});
const words = (
  path: string,
  label: Pair,
  most: number,
  more: { long?: true; optional?: true } = {},
): StudioField => ({
  kind: 'words',
  path: path.split('.'),
  label: inBoth(label),
  most,
  ...more,
});
const rows = (
  path: string,
  label: Pair,
  given: Pick<Extract<StudioField, { kind: 'rows' }>, 'columns' | 'fewest' | 'most' | 'blank'>,
): StudioField => ({ kind: 'rows', path: path.split('.'), label: inBoth(label), ...given });
const row = (path: string, hi: string, en: string, columns: readonly Column[]): StudioField => ({
  kind: 'row',
  path: [path],
  label: { hi, en },
  columns,
});
const column = (
  key: string,
  kind: Column['kind'],
  label: Pair,
  more: Partial<Column> = {},
): Column => ({ key, kind, label: inBoth(label), ...more });
const choice = (key: string, label: Pair, options: Readonly<Record<string, Pair>>): Column =>
  column(key, 'choice', label, {
    choices: Object.entries(options).map(([value, each]) => ({
      value: /^\d+$/.test(value) ? Number(value) : value,
      label: inBoth(each),
    })),
  });
const special = (kind: 'services' | 'host', path: string, label: Pair): StudioField => ({
  kind,
  path: [path],
  label: inBoth(label),
});

const goalColumns: readonly Column[] = [
  column('downloads', 'count', ['डाउनलोड', 'Downloads']),
  column('startsOn', 'day', ['आरंभ', 'First day']),
  column('endsOn', 'day', ['अंतिम तिथि', 'Last day']),
  column('source', 'words', ['लक्ष्य का आधार', 'Where it is stated'], { most: 120 }),
];
const blankWords = { hi: '', en: '' };
const notKnown = { canBeEmpty: true, empty: null } as const;

const ownParts: readonly StudioPart[] = [
  part('board', 'बोर्ड', 'Board', [
    words('copy.headline', ['मुख्य पंक्ति', 'Headline'], 26),
    words('copy.tagline', ['उप-पंक्ति', 'Tagline'], 40),
    words('copy.free', ['निःशुल्क होने की सूचना', 'That it is free'], 16),
    words('copy.scan', ['बटन: स्कैन', 'Button: scan'], 16),
    words('copy.scanDetail', ['स्कैन का निर्देश', 'How to scan'], 36),
    words('copy.stores', ['स्टोर में खोज', 'Search in the stores'], 48),
    words('copy.motto', ['ध्येय वाक्य', 'Motto'], 36, { optional: true }),
    words('copy.state', ['बल का नाम', 'Name of the force'], 30),
    words('copy.owner', ['कार्यालय', 'Office'], 60),
    words('copy.station.prefix', ['थाने के नाम के पहले', 'Before a station’s name'], 16),
    words('copy.station.district', ['जनपद के नाम के पहले', 'Before a district’s name'], 12),
    words('copy.servicesTitle', ['सेवाओं का शीर्षक', 'Heading of the services'], 34),
    words('copy.helpLinesTitle', ['हेल्पलाइन का शीर्षक', 'Heading of the help lines'], 20),
  ]),
  part('pamphlet', 'पम्पलेट', 'Pamphlet', [
    words('copy.pamphlet.lead', ['आरंभ के वाक्य', 'Opening sentences'], 110, { long: true }),
    rows('copy.pamphlet.questions', ['प्रश्न और उत्तर', 'Questions and answers'], {
      columns: [
        column('ask', 'words', ['प्रश्न', 'Question'], { most: 24 }),
        column('answer', 'words', ['उत्तर', 'Answer'], { most: 28 }),
      ],
      fewest: 0,
      most: 3,
      blank: { ask: blankWords, answer: blankWords },
    }),
    words('copy.pamphlet.installTitle', ['इंस्टॉल करने का शीर्षक', 'Heading of the steps'], 34),
    rows('copy.pamphlet.steps', ['इंस्टॉल के कदम', 'Steps to install'], {
      columns: [column('', 'words', ['कदम', 'Step'], { most: 60 })],
      fewest: 2,
      most: 4,
      blank: blankWords,
    }),
    words('copy.pamphlet.fee', ['शुल्क', 'Fee'], 90, { long: true, optional: true }),
    words('copy.pamphlet.note', ['सूचना', 'Note'], 120, { long: true, optional: true }),
    words(
      'copy.pamphlet.contact',
      ['संपर्क ({station} = थाना)', 'Contact ({station} = the station)'],
      60,
    ),
    words(
      'copy.pamphlet.contactCall',
      ['संपर्क, {number} = फ़ोन', 'Contact, {number} = the number to call'],
      70,
    ),
    words('copy.pamphlet.allServices', ['सभी सेवाओं का शीर्षक', 'Heading of all services'], 34),
  ]),
  part('services', 'सेवाएँ', 'Services', [
    special('services', 'serviceGroups', ['ऐप की सेवाएँ', 'Services of the app']),
  ]),
  part('help-lines', 'हेल्पलाइन', 'Help lines', [
    rows('helpLines', ['हेल्पलाइन', 'Help lines'], {
      columns: [
        column('number', 'text', ['नंबर', 'Number'], { most: 11 }),
        column('name', 'words', ['नाम', 'Name'], { most: 34 }),
        column('printed', 'yes', ['बोर्ड व पम्पलेट पर', 'On board and pamphlet']),
        column('since', 'day', ['कब से', 'Since'], { canBeEmpty: true, empty: undefined }),
      ],
      fewest: 0,
      most: 20,
      blank: { number: '', name: blankWords, printed: false },
    }),
  ]),
  part('goal', 'लक्ष्य', 'Goal', [
    row('goal', 'पहला लक्ष्य', 'First goal', goalColumns),
    rows('goals', ['आगे के लक्ष्य', 'Goals after it'], {
      columns: goalColumns,
      fewest: 0,
      most: 10,
      blank: { downloads: null, startsOn: '', endsOn: '', source: blankWords },
    }),
  ]),
  part('host', 'लिंक का पता', 'Link host', [
    special('host', 'links', ['छपे लिंक का पता', 'Host of printed links']),
  ]),
  part('newspapers', 'अखबार', 'Newspapers', [
    rows('newspapers.papers', ['अखबार', 'Papers'], {
      columns: [
        column('id', 'text', ['पहचान (a-z)', 'Id (a-z)'], { fixed: true, most: 30 }),
        column('name', 'words', ['नाम', 'Name'], { most: 40 }),
        column('measure.columns', 'count', ['कॉलम', 'Columns']),
        column('measure.columnMm', 'measure', ['कॉलम (मिमी)', 'Column (mm)']),
        column('measure.gutterMm', 'measure', ['बीच की जगह (मिमी)', 'Gutter (mm)']),
        column('measure.depthMm', 'measure', ['ऊँचाई (मिमी)', 'Depth (mm)']),
        column(
          'measure.smallestCm',
          'measure',
          ['न्यूनतम ऊँचाई (सेमी)', 'Least height (cm)'],
          notKnown,
        ),
        column(
          'measure.fullFromCm',
          'measure',
          ['पूरा कॉलम (सेमी से)', 'Whole column from (cm)'],
          notKnown,
        ),
        column('measure.deadlineHours', 'count', ['समय-सीमा (घंटे)', 'Deadline (hours)'], notKnown),
        column('ratePaise', 'count', ['दर (पैसे/वर्ग सेमी)', 'Rate (paise/cm²)'], notKnown),
        column('confirmed', 'yes', ['अखबार ने पुष्टि की', 'Confirmed by the paper']),
      ],
      fewest: 1,
      most: 30,
      blank: { id: '', name: blankWords, outlet: false, ratePaise: null, confirmed: false },
    }),
    rows('newspapers.ads', ['विज्ञापन के आकार', 'Sizes of advertisements'], {
      columns: [
        column('id', 'text', ['पहचान (a-z)', 'Id (a-z)'], { fixed: true, most: 30 }),
        column('name', 'words', ['नाम', 'Name'], { most: 40 }),
        column(
          'columns',
          'count',
          ['कॉलम (खाली: पूरी चौड़ाई)', 'Columns (empty: whole width)'],
          notKnown,
        ),
        column('depthCm', 'measure', ['ऊँचाई (सेमी)', 'Height (cm)']),
        choice('layout', ['विन्यास', 'Layout'], {
          stamp: ['छोटा', 'Stamp'],
          square: ['वर्गाकार', 'Square'],
          strip: ['पट्टी', 'Strip'],
          landscape: ['चौड़ा', 'Landscape'],
          upright: ['खड़ा', 'Upright'],
        }),
      ],
      fewest: 1,
      most: 20,
      blank: { id: '', name: blankWords, columns: 1, depthCm: 5, layout: 'stamp' },
    }),
  ]),
  part('vehicles', 'वाहन', 'Vehicles', [
    rows('vehicles.models', ['वाहन के मॉडल', 'Models'], {
      columns: [
        column('id', 'text', ['पहचान (a-z)', 'Id (a-z)'], { fixed: true, most: 30 }),
        column('name', 'words', ['नाम', 'Name'], { most: 30 }),
        choice('wheels', ['पहिये', 'Wheels'], { 2: ['दो', 'Two'], 4: ['चार', 'Four'] }),
      ],
      fewest: 1,
      most: 30,
      blank: { id: '', name: blankWords, wheels: 4 },
    }),
    rows('vehicles.panels', ['पैनल', 'Panels'], {
      columns: [
        column('id', 'text', ['पहचान (a-z)', 'Id (a-z)'], { fixed: true, most: 30 }),
        column('name', 'words', ['नाम', 'Name'], { most: 40 }),
        column('widthMm', 'measure', ['चौड़ाई (मिमी)', 'Width (mm)']),
        column('heightMm', 'measure', ['ऊँचाई (मिमी)', 'Height (mm)']),
        column('cornerMm', 'measure', ['कोने (मिमी)', 'Corners (mm)']),
        column('codeMm', 'measure', ['क्यूआर कोड (मिमी)', 'QR code (mm)']),
        column('textMm', 'measure', ['अक्षर (मिमी)', 'Letters (mm)']),
        column('material', 'words', ['सामग्री', 'Material'], { most: 60 }),
        column('reflective', 'yes', ['परावर्तक', 'Retro-reflective']),
        choice('ground', ['पृष्ठ का रंग', 'Ground'], {
          marigold: ['गेंदा', 'Marigold'],
          paper: ['सफ़ेद', 'White'],
          red: ['लाल', 'Red'],
        }),
        column('confirmed', 'yes', ['वाहन पर नापा गया', 'Measured on the vehicle']),
      ],
      // A panel is made for a layout and a place; its sizes can be edited, another panel is a change of the toolkit.
      fewest: 0,
      most: 0,
      blank: {},
    }),
  ]),
];

const urduNames = (key: UrduNames, hi: string, en: string, most: number): UrduField => ({
  kind: 'urdu-names',
  path: ['urdu', key],
  label: { hi, en },
  most,
});

/** The words of board and pamphlet once more, in Urdu. */
function urduCopy(field: StudioField): UrduField[] {
  const { path, label } = field;
  const own = { path: ['urdu', ...path], label };
  if (field.kind === 'rows') return [{ kind: 'urdu-rows', ...own, columns: field.columns }];
  if (field.kind !== 'words') return [];
  const { most, long } = field;
  return [{ kind: 'urdu', ...own, most, ...(long === undefined ? {} : { long }) }];
}

/** Only for a campaign that has Urdu. */
const urduPart = part('urdu', 'उर्दू', 'Urdu', [
  row('urdu', 'प्रूफ़', 'Proof', [
    column('confirmed', 'yes', [
      'उर्दू के मातृभाषी पाठक ने प्रूफ़ पढ़ लिया है',
      'A native reader of Urdu has read the proof',
    ]),
  ]),
  {
    kind: 'urdu',
    path: ['urdu', 'appName'],
    label: { hi: 'ऐप का नाम', en: 'Name of the app' },
    most: 16,
  },
  ...ownParts
    .filter(({ id }) => id === 'board' || id === 'pamphlet')
    .flatMap(({ fields }) => fields.flatMap(urduCopy)),
  urduNames('boardServices', 'बोर्ड पर सेवाएँ', 'Services on the board', 24),
  urduNames('serviceGroups', 'सेवाओं के समूह', 'Groups of services', 34),
  urduNames('services', 'सेवाएँ', 'Services', 40),
  urduNames('helpLines', 'हेल्पलाइन', 'Help lines', 34),
  urduNames('ownFields', 'थाने के नंबर', "Numbers of a station's own", 24),
  urduNames('districts', 'जनपद', 'Districts', 24),
]);

/** The form of the studio, from top to bottom. */
export const studioParts: readonly StudioPart[] = [...ownParts, urduPart];
