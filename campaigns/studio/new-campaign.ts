import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import type { Campaign } from '../campaign.ts';
import { languageFacts, ownLanguages } from '../language.ts';

const text = z.string().trim().min(1);
const own = 'in the own language';

/** Answers that a new campaign is created from; the questions are asked in this order. */
export const answersSchema = z.strictObject({
  language: z.enum(ownLanguages).describe(`own language: ${ownLanguages.join(' or ')}`),
  app: text.describe('name of the app, as it is written'),
  appOwn: text.describe(`the same ${own}`),
  state: text.describe('force or state, in English'),
  stateOwn: text.describe(`the same ${own}`),
  district: text.regex(/^[A-Za-z][A-Za-z .-]*$/).describe('a first district, in English'),
  districtOwn: text.describe(`the same ${own}`),
  station: text
    .regex(/^[A-Za-z][A-Za-z0-9 .-]*$/)
    .describe('a first police station of it, in English'),
  stationOwn: text.describe(`the same ${own}`),
});
export type NewCampaign = z.infer<typeof answersSchema>;

const en = {
  stamp: 'DEMONSTRATION',
  notice: 'Demonstration, facts unconfirmed',
  open: 'Not decided yet',
};

/** Purposes of a new campaign's texts; the service sends the last two by itself. */
const purposes = {
  app: 'To make the app known',
  link: 'The link that a caller asked for',
  code: 'The code that proves an officer’s own number',
};

export const toId = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/**
 * The files of a new campaign by name: the words of a campaign in the same language, with the new names in them. It is a
 * demonstration until its facts are confirmed; what nobody has said is null.
 */
export function newCampaign(
  id: string,
  answers: NewCampaign,
  { base, today }: { base: Campaign; today: string },
): Record<string, Record<string, unknown>> {
  const named = <T>(value: T): T => rename(value, listRenames(base, answers));
  const state = { hi: answers.stateOwn, en: answers.state };
  const undecided = { hi: languageFacts[answers.language].begun.open, en: en.open };
  return {
    'campaign.yaml': {
      id,
      ...beginFacts(answers, today, undecided),
      helpLines: base.helpLines.filter(({ number }) => number === '112'),
      privacy: { grievance: { office: undecided, email: null, phone: null, confirmed: false } },
      directionsNote: undecided,
      directions: [],
    },
    'areas.yaml': {
      areas: { ...pickAreaWords(base), state, zones: { state }, ranges: { state } },
    },
    'offices.yaml': {
      offices: Object.fromEntries(Object.keys(base.offices).map((role) => [role, undecided])),
      headquarters: undecided,
    },
    'services.yaml': { serviceGroups: named(base.serviceGroups) },
    'copy.yaml': { copy: { ...named(base.copy), state, owner: state } },
    'print.yaml': { print: base.print },
    'messages.yaml': { messages: beginMessages(answers, base) },
  };
}
/** Name, days and addresses; whatever has to be decided is marked as open. */
function beginFacts(answers: NewCampaign, today: string, undecided: Bilingual) {
  const { stamp, notice } = languageFacts[answers.language].begun;
  return {
    name: { hi: answers.appOwn, en: answers.app },
    version: '1',
    versionDate: today,
    languages: [answers.language, 'en'],
    demonstration: { stamp: { hi: stamp, en: en.stamp }, notice: { hi: notice, en: en.notice } },
    goal: { downloads: 1000, startsOn: today, endsOn: today, source: undecided },
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

/** Words for areas; their names, branches and the note on the map are the base's own. */
function pickAreaWords({ areas: { levels, districtNamed } }: Campaign) {
  return { levels, districtNamed };
}

/** Texts and call in both languages, each beginning with the mark of a demonstration. */
function beginMessages(answers: NewCampaign, base: Campaign) {
  const { stamp } = languageFacts[answers.language].begun;
  const names = listRenames(base, answers);
  const marked = (prompt: { text: string }, word: string) => ({
    audio: null,
    text: `${word}. ${rename(prompt.text.replaceAll(word, '').trim(), names)}`,
  });
  const call = (side: 'hi' | 'en', word: string) => {
    const spoken = base.messages.call[side];
    return {
      ...rename(spoken, names),
      greeting: marked(spoken.greeting, word),
      voicemail: marked(spoken.voicemail, word),
    };
  };
  return {
    ownLanguage: answers.language,
    linkBudgetPaise: 0,
    principalEntityId: null,
    registered: false,
    whitelistedLinks: ['DEMO.EXAMPLE/Q/'],
    templates: (['app', 'link', 'code'] as const).flatMap((use) => [
      beginTemplate(answers, 'hi', use),
      beginTemplate(answers, 'en', use),
    ]),
    call: { hi: call('hi', stamp), en: call('en', en.stamp) },
  };
}

function beginTemplate(answers: NewCampaign, side: 'hi' | 'en', use: keyof typeof purposes) {
  const { stamp, open } = languageFacts[answers.language].begun;
  const sender =
    side === 'hi' ? `${answers.stateOwn}: ${answers.appOwn}` : `${answers.state}: ${answers.app}`;
  return {
    id: `${use}-${side === 'hi' ? answers.language : side}`,
    templateId: null,
    category: use === 'app' ? 'government' : 'service-implicit',
    language: side,
    header: 'DEMOXX',
    text: `${side === 'hi' ? stamp : en.stamp}. ${sender} ${use === 'code' ? '{#numeric#}' : '{#url#}'}`,
    purpose: { hi: open, en: purposes[use] },
    approvedOn: null,
  };
}

/** Parts that an officer has to fill in before the campaign is complete, each with its file. */
export const toFill: readonly [file: string, what: string][] = [
  [
    'campaign.yaml',
    'goal, its days and the paper that states it; ids of the stores; portal; link host; help lines',
  ],
  [
    'campaign.yaml',
    'privacy.grievance; directions with their own words; demonstration goes once the facts are confirmed',
  ],
  ['areas.yaml', 'name of the state alone; zones and ranges of the police'],
  ['offices.yaml', 'titles of the offices; what the headquarters is called'],
  ['services.yaml', 'services of the app; four of them with board'],
  ['copy.yaml', 'read every text: it is another campaign’s with the new names in it'],
  ['messages.yaml', 'texts, header and ids as they are registered with the operators'],
  ['directory/', 'all districts and stations, tile_col and tile_row of the map'],
  ['inks.yaml', 'own colours, if any'],
];

/** Old and new names, the longest first, so that none is taken for a part of another. */
function listRenames({ app, copy }: Campaign, answers: NewCampaign): [string, string][] {
  const pairs: [string, string][] = [
    [copy.state.hi, answers.stateOwn],
    [copy.state.en, answers.state],
    [app.name, answers.app],
    [app.nameHi, answers.appOwn],
    ...(app.spoken === undefined ? [] : [[app.spoken, answers.appOwn] as [string, string]]),
    [copy.state.hi.split(' ').slice(0, -1).join(' '), answers.stateOwn],
    [copy.state.en.split(' ').slice(0, -1).join(' '), answers.state],
  ];
  return pairs.sort(([one], [other]) => other.length - one.length);
}

function rename<T>(value: T, names: readonly [string, string][]): T {
  if (typeof value === 'string')
    return names.reduce<string>((all, [from, to]) => all.replaceAll(from, to), value) as T;
  if (Array.isArray(value)) return value.map((entry) => rename(entry, names)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, rename(inner, names)]),
  ) as T;
}
