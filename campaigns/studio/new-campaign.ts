import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { toId } from '../id.ts';
import { languageFacts, ownLanguages } from '../language.ts';
import { titledRoles } from '../offices/role.ts';

const text = z.string().trim().min(1);
const later = z.string().trim().default('');
const own = 'in the own language';
/** Typed with or without commas between the digits. */
const count = z
  .union([z.number(), z.string()])
  .transform((typed) => Number(String(typed).replaceAll(',', '')))
  .pipe(z.int().positive());

/** Fields of the first district and stations, which a list of them takes the place of. */
export const placeFields: readonly string[] = ['district', 'districtOwn', 'station', 'stationOwn'];

/** Option of the command that answers a question. */
export const toFlag = (field: string) =>
  field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Answers that a new campaign is created from; the questions are asked in this order, and what may be left out is a blank. */
export const answersSchema = z.strictObject({
  language: z.enum(ownLanguages).describe(`own language: ${ownLanguages.join(', ')}`),
  app: text.describe('name of the app, as it is written'),
  appOwn: text.describe(`the same ${own}`),
  state: text.describe('state, in English'),
  stateOwn: text.describe(`the same ${own}`),
  goal: count.describe('downloads that are to be exceeded, a number'),
  goalEnds: z.iso.date().describe('last day on which one counts, YYYY-MM-DD'),
  goalPaper: later.describe('paper that states this goal, in English; empty: left out'),
  goalPaperOwn: later.describe(`the same ${own}`),
  directory: later.describe('published list of its stations, CSV or XLSX; empty: first ones'),
  district: later.describe('a first district, in English'),
  districtOwn: later.describe(`the same ${own}`),
  station: later.describe('its first police stations in English, between commas'),
  stationOwn: later.describe(`the same ${own}`),
  hq: later.describe('office that runs the campaign, in English; empty: left out'),
  hqOwn: later.describe(`the same ${own}`),
  motto: later.describe('motto of the force, in English; empty: left out'),
  mottoOwn: later.describe(`the same ${own}`),
  fee: later.describe('what the app or a service costs, a sentence in English; empty: left out'),
  feeOwn: later.describe(`the same ${own}`),
  helpLines: later.describe('help lines, as 112, 555 own name/Name; empty: none'),
  services: later.describe(
    'services, as own name/Name; own name/Name; the first four on the board; empty: none',
  ),
});
export type Answers = z.input<typeof answersSchema>;
export type NewCampaign = z.output<typeof answersSchema>;

/** First words in a language (`languages/…/campaign.yaml`), in which {app}, {force} and {state} are put. */
export interface FirstWords {
  force: string;
  name: string;
  headline: string;
  tagline: string;
  scan: string;
  scanDetail: string;
  stores: string;
  free: string;
  servicesTitle: string;
  allServices: string;
  helpLinesTitle: string;
  prefix: string;
  beforeDistrict: string;
  zone: string;
  range: string;
  district: string;
  districtNamed: string;
  lead: string;
  installTitle: string;
  steps: readonly string[];
  note: string;
  contact: string;
  helpLines: Readonly<Record<string, string>>;
  call: Readonly<Record<string, string>>;
}
export type WordPairs = Record<'hi' | 'en', FirstWords>;

const en = {
  stamp: 'DEMONSTRATION',
  notice: 'Demonstration, facts unconfirmed',
  unread: 'Demonstration: not read by a native reader',
  open: 'Not decided yet',
};

/** Purposes of a new campaign's texts; the service sends the last two by itself. */
const purposes = {
  app: 'To make the app known',
  link: 'The link that a caller asked for',
  code: 'The code that proves an officer’s own number',
};

/** Names between commas. */
export const listNames = (names: string) => names.split(',').map((name) => name.trim());

/**
 * The files of a new campaign by name. It belongs to no other: nothing stands in it that was not asked, and what nobody has
 * said is left out or null. It is a demonstration until its facts are confirmed.
 */
export function newCampaign(
  id: string,
  answers: NewCampaign,
  { words, today }: { words: WordPairs; today: string },
): Record<string, Record<string, unknown>> {
  const { begun } = languageFacts[answers.language];
  const undecided = { hi: begun.open, en: en.open };
  const names = nameAll(answers, words);
  const say = sayIn(words, names);
  const state = { hi: names.hi.state, en: names.en.state };
  const headquarters = pair(answers.hqOwn, answers.hq) ?? undecided;
  const zones = { state: { hi: names.hi.force, en: names.en.force } };
  return {
    'campaign.yaml': {
      id,
      ...beginFacts(answers, { today, undecided, name: say('name') }),
      helpLines: listHelpLines(answers.helpLines, words),
      privacy: { grievance: { office: undecided, email: null, phone: null, confirmed: false } },
      directionsNote: undecided,
      directions: [],
    },
    'areas.yaml': {
      areas: {
        state,
        levels: { zone: say('zone'), range: say('range'), district: say('district') },
        districtNamed: say('districtNamed'),
        zones,
        ranges: zones,
      },
    },
    'offices.yaml': {
      offices: {
        ...Object.fromEntries(titledRoles.map((role) => [role, undecided])),
        hq: headquarters,
      },
      headquarters,
    },
    'services.yaml': { serviceGroups: listServices(answers.services, say('servicesTitle')) },
    'copy.yaml': { copy: beginCopy(answers, { words, names, say }) },
    'print.yaml': { print: beginPrint() },
    'messages.yaml': { messages: beginMessages(answers, words, names) },
  };
}

type Names = Record<'app' | 'name' | 'state' | 'force', string>;
type Say = (key: Exclude<keyof FirstWords, 'steps' | 'helpLines' | 'call'>) => Bilingual;

/** Names that words are filled with. The name of a state may come with its police or without. */
function nameAll(answers: NewCampaign, words: WordPairs): Record<'hi' | 'en', Names> {
  const side = (key: 'hi' | 'en', app: string, given: string) => {
    const police = words[key].force.replace('{state}', '').trim();
    const hasPolice = given.toLowerCase().includes(police.toLowerCase());
    const force = hasPolice ? given : words[key].force.replace('{state}', given);
    const state = given.endsWith(police) ? given.slice(0, -police.length).trim() || given : given;
    return { app, name: answers.app, state, force };
  };
  return {
    hi: side('hi', answers.appOwn, answers.stateOwn),
    en: side('en', answers.app, answers.state),
  };
}

/** Words with the names put in. Of an app whose name ends with "app" as the text goes on, it is said once, with its ending. */
function fill(said: string, names: Names): string {
  const end = (names.app.split(' ').at(-1) ?? '').replace(/\p{Mn}$/u, '');
  return said
    .replace(/\{app\} (\S+)/g, (found, next: string) =>
      end.length > 1 && next.toLowerCase().startsWith(end.toLowerCase())
        ? `${names.app.slice(0, names.app.lastIndexOf(end) + end.length)}${next.slice(end.length)}`
        : found,
    )
    .replace(/\{(app|name|state|force)\}/g, (_, key: keyof Names) => names[key]);
}

/** A word in both languages, filled in. {name} of a district stays. */
function sayIn(words: WordPairs, names: Record<'hi' | 'en', Names>): Say {
  return (key) => {
    const side = (own: 'hi' | 'en') =>
      key.toLowerCase().includes('district') ? words[own][key] : fill(words[own][key], names[own]);
    return { hi: side('hi'), en: side('en') };
  };
}

/** Both sides, where the first was answered. */
function pair(hi: string, english: string): Bilingual | undefined {
  return hi === '' ? undefined : { hi, en: english || hi };
}

/** Name, days and addresses; whatever has to be decided is marked as open. */
function beginFacts(
  answers: NewCampaign,
  { today, undecided, name }: { today: string; undecided: Bilingual; name: Bilingual },
) {
  const { begun, draft } = languageFacts[answers.language];
  const notice = { hi: begun.notice, en: draft ? en.unread : en.notice };
  return {
    name,
    version: '1',
    versionDate: today,
    languages: [answers.language, 'en'],
    demonstration: { stamp: { hi: begun.stamp, en: en.stamp }, notice },
    goal: {
      downloads: answers.goal,
      startsOn: today,
      endsOn: answers.goalEnds,
      source: pair(answers.goalPaperOwn, answers.goalPaper) ?? undecided,
    },
    app: {
      name: answers.app,
      nameHi: answers.appOwn,
      playPackage: null,
      appStoreId: null,
      appStoreProvider: null,
      portalUrl: 'https://demo.example',
      siteUrl: 'https://demo.example',
    },
    links: { host: 'DEMO.EXAMPLE', confirmed: false },
  };
}

function beginCopy(
  answers: NewCampaign,
  { words, names, say }: { words: WordPairs; names: Record<'hi' | 'en', Names>; say: Say },
) {
  const force = { hi: names.hi.force, en: names.en.force };
  const steps = words.hi.steps.map((step, at) => ({
    hi: fill(step, names.hi),
    en: fill(words.en.steps[at] ?? '', names.en),
  }));
  const motto = pair(answers.mottoOwn, answers.motto);
  const fee = pair(answers.feeOwn, answers.fee);
  const has112 = listNames(answers.helpLines).some((line) => line.startsWith('112'));
  return {
    state: force,
    owner: force,
    headline: say('headline'),
    tagline: say('tagline'),
    scan: say('scan'),
    scanDetail: say('scanDetail'),
    stores: say('stores'),
    free: say('free'),
    ...(motto && { motto }),
    servicesTitle: say('servicesTitle'),
    helpLinesTitle: say('helpLinesTitle'),
    station: { prefix: say('prefix'), district: say('beforeDistrict') },
    pamphlet: {
      lead: say('lead'),
      questions: [],
      installTitle: say('installTitle'),
      steps,
      ...(fee && { fee }),
      ...(has112 && { note: say('note') }),
      contact: say('contact'),
      allServices: say('allServices'),
    },
  };
}

/** All-India numbers are known by their name; another one comes with its own. */
function listHelpLines(given: string, words: WordPairs) {
  return listNames(given).flatMap((line) => {
    const [number = '', ...rest] = line.split(' ');
    if (number === '') return [];
    const [hi, english] = rest.join(' ').split('/');
    const name =
      pair(hi ?? '', english ?? '') ??
      pair(words.hi.helpLines[number] ?? '', words.en.helpLines[number] ?? '');
    if (name === undefined)
      throw new Error(`Expected the name of ${number} after it, as ${number} own name/Name`);
    return [{ number, name, printed: true }];
  });
}

const mostOnBoard = 4;

function listServices(given: string, name: Bilingual) {
  const services = given
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each, at) => {
      const [hi = '', english = hi] = each.split('/').map((side) => side.trim());
      const said = { hi, en: english };
      const id = toId(english) || `service-${at + 1}`;
      return { id, icon: 'file-text', name: said, ...(at < mostOnBoard && { board: said }) };
    });
  return services.length === 0 ? [] : [{ id: 'services', name, services }];
}

/** Words that only printers read are in English in every language. */
function beginPrint() {
  const said = (english: string) => ({ hi: english, en: english });
  return {
    boardMaterial: said('Front-lit flex'),
    boardFinish: said('With eyelets'),
    boardFrame: said('Iron frame'),
    flexWeightGsm: null,
    purchaseOrder: null,
    dueOn: null,
    contact: null,
    boardsPerStation: 1,
    pamphletPaper: said('Coated paper'),
    pamphletStock: 'coated',
    pamphletsPerStation: null,
  };
}

/** Texts and call in both languages, each beginning with the mark of a demonstration. */
function beginMessages(answers: NewCampaign, words: WordPairs, names: Record<'hi' | 'en', Names>) {
  const stamps = { hi: languageFacts[answers.language].begun.stamp, en: en.stamp };
  const call = (side: 'hi' | 'en') =>
    Object.fromEntries(
      Object.entries(words[side].call).map(([prompt, said]) => {
        const text = fill(said, names[side]);
        const isMarked = prompt === 'greeting' || prompt === 'voicemail';
        return [prompt, { audio: null, text: isMarked ? `${stamps[side]}. ${text}` : text }];
      }),
    );
  const template = (side: 'hi' | 'en', use: keyof typeof purposes) => ({
    id: `${use}-${side === 'hi' ? answers.language : side}`,
    templateId: null,
    category: use === 'app' ? 'government' : 'service-implicit',
    language: side,
    header: 'DEMOXX',
    text: `${stamps[side]}. ${names[side].force}: ${names[side].app} ${use === 'code' ? '{#numeric#}' : '{#url#}'}`,
    purpose: { hi: languageFacts[answers.language].begun.open, en: purposes[use] },
    approvedOn: null,
  });
  return {
    ownLanguage: answers.language,
    linkBudgetPaise: 0,
    principalEntityId: null,
    registered: false,
    whitelistedLinks: ['DEMO.EXAMPLE/Q/'],
    templates: (['app', 'link', 'code'] as const).flatMap((use) => [
      template('hi', use),
      template('en', use),
    ]),
    call: { hi: call('hi'), en: call('en') },
  };
}
