import { z } from 'zod';
import { type Bilingual, bilingual } from './bilingual.ts';
import { channels } from './channel.ts';
import { filmSchema } from './channels/film/film.ts';
import { consentSchema } from './channels/newspapers/consent.ts';
import { newspapersSchema } from './channels/newspapers/newspapers.ts';
import { radioSchema } from './channels/radio/radio.ts';
import { socialSchema } from './channels/social/social.ts';
import { vehiclesSchema } from './channels/vehicles/vehicles.ts';
import { demonstrationSchema, reportDemonstration } from './demonstration.ts';
import { registerSchema } from './directions/register.ts';
import { areasSchema } from './directory/areas-schema.ts';
import { factSchema, reportStores } from './facts.ts';
import { openDataSchema } from './figures/open-data/open-data.ts';
import { reportFlows } from './flows/check-flows.ts';
import { flowsSchema } from './flows/flow.ts';
import { usualFlows } from './flows/usual-flows.ts';
import { id } from './id.ts';
import { inksSchema } from './inks.ts';
import { ownLanguages } from './language.ts';
import { urduSchema } from './languages/urdu/urdu.ts';
import { messagesSchema } from './messages/messages.ts';
import { dialled, isSameNumber } from './messages/opt-out-ways.ts';
import { reportServiceTexts } from './messages/service-template.ts';
import { titledRoles } from './offices/role.ts';
import { pressNotesSchema } from './press-notes/press-notes.ts';
import type { SchemaRule } from './schema-rule.ts';
import { scoreRulesSchema } from './tracker/score-rules-schema.ts';

const isoDate = z.iso.date().describe('Calendar day in Asia/Kolkata, YYYY-MM-DD');

const channel = z.enum(channels);

const goal = z.strictObject({
  downloads: z.int().positive().describe('Total downloads to be exceeded by `endsOn`'),
  startsOn: isoDate.describe('Day on which the campaign was ordered'),
  endsOn: isoDate.describe('Last day on which a download counts towards the goal'),
  source: bilingual.describe('Where the goal is stated'),
});

const milestone = z.strictObject({
  downloads: z.int().positive().describe('As the source states it'),
  over: z.boolean().describe('Whether the source says “more than”'),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .describe('In which the source states it'),
  source: bilingual,
});

const app = z.strictObject({
  name: z.string().min(1).describe('As it is written on everything printed'),
  nameHi: z
    .string()
    .min(1)
    .describe('The same in letters of the own language, for those who read no Latin ones'),
  spoken: z
    .string()
    .min(1)
    .optional()
    .describe('The own-language name as texts for the voice write it, where that is otherwise'),
  tile: z
    .string()
    .min(1)
    .optional()
    .describe('What stands in the square of the app where its name is too long for it'),
  playPackage: z
    .string()
    .regex(/^[a-z][\w]*(\.[a-z][\w]*)+$/i)
    .nullable()
    .describe('Google Play application id; null while nobody has confirmed it'),
  appStoreId: z
    .string()
    .regex(/^\d{6,12}$/)
    .nullable()
    .describe('App Store numeric id; null switches iOS off'),
  appStoreProvider: z
    .string()
    .regex(/^\d{4,12}$/)
    .nullable()
    .default(null)
    .describe(
      'Provider token of the App Store account: without it Apple attributes no install to a link',
    ),
  certificates: z
    .array(z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/))
    .max(5)
    .default([])
    .describe('SHA-256 of the certificates that sign the Android app, as Play Console shows them'),
  appleAppId: z
    .string()
    .regex(/^[A-Z0-9]{10}\.[A-Za-z0-9.-]+$/)
    .nullable()
    .default(null)
    .describe('Team and bundle id of the iOS app, joined by a dot'),
  portalUrl: z.url().describe('Citizen portal: the same services in a browser'),
  siteUrl: z.url().describe('Site of the owner'),
});

const allowedTarget = z.strictObject({
  id,
  name: bilingual,
  url: z.url({ protocol: /^https$/ }),
});

const links = z.strictObject({
  host: z
    .string()
    .max(29)
    .regex(/^[A-Z0-9][A-Z0-9.-]*[A-Z0-9]$/)
    .describe(
      'Host of the printed short links, upper case. Up to 15 characters the QR code stays at version 3 with error correction H; up to 29 it takes version 4, whose modules are an eighth smaller',
    ),
  confirmed: z
    .boolean()
    .describe(
      'True once the owner of the host has confirmed that /Q<code> answers there; printing waits for it',
    ),
  missedCall: dialled
    .nullable()
    .default(null)
    .describe('Whoever gives it a missed call gets the link of the app by SMS'),
  targets: z
    .array(allowedTarget)
    .max(20)
    .optional()
    .describe(
      'Pages, beside stores, landing page, portal and the owner’s site, to which a code may be pointed for a while',
    ),
});

const helpLine = z.strictObject({
  number: z.string().regex(/^\d{3,11}$/),
  name: bilingual,
  printed: z.boolean().describe('Whether it stands on boards and pamphlets'),
  onPamphlet: z
    .boolean()
    .optional()
    .describe('Also where it is not printed elsewhere: the back of a pamphlet has room for more'),
  since: isoDate
    .optional()
    .describe('First day of the number, where it is newer than the campaign'),
});

const service = z.strictObject({
  id,
  icon: z.string().describe('Name of an icon in assets/icons/phosphor'),
  name: bilingual,
  plain: bilingual
    .optional()
    .describe('What people call it, for printed sides; pages list it by its name in the app'),
  board: bilingual
    .optional()
    .describe('Short wording for the board; its presence puts the service there'),
  feeRupees: z
    .int()
    .positive()
    .optional()
    .describe('Fee that the citizen pays for one application'),
});

const serviceGroup = z.strictObject({
  id,
  name: bilingual,
  services: z.array(service).min(1),
});

const direction = z.strictObject({
  id: z
    .string()
    .regex(/^([A-Z]|para-\d+)$/)
    .describe('Letter of the minutes, or paragraph of the letter'),
  document: z.enum(['minutes', 'letter']),
  title: bilingual.describe('Our own short title'),
  quote: z.string().min(1).describe("The direction's own wording, in Hindi"),
  offices: z
    .array(bilingual)
    .describe('Responsible offices where the source names them for this direction; else empty'),
  channels: z.array(channel).describe('Channels through which the direction is carried out'),
  due: isoDate.nullable().describe('Only where the source itself states a date'),
  dueMonthly: z
    .int()
    .min(1)
    .max(31)
    .optional()
    .describe('Day of each month, where the source states one'),
  ifPossible: z.boolean().describe('True where the source says यदि संभव हो तो'),
  toolkit: bilingual.describe('What this toolkit gives for it'),
});

const print = z.strictObject({
  boardMaterial: bilingual.describe('What the board is printed on'),
  boardFinish: bilingual.describe('Eyelets, pockets, frame'),
  boardFrame: bilingual.describe('What the board is stretched on'),
  flexWeightGsm: z.int().positive().nullable().describe('null leaves a line on the job ticket'),
  purchaseOrder: z.string().min(1).nullable(),
  dueOn: isoDate.nullable(),
  contact: z.string().min(1).nullable().describe('Whom the vendor calls'),
  boardsPerStation: z.int().positive(),
  pamphletPaper: bilingual,
  pamphletStock: z
    .enum(['coated', 'uncoated'])
    .describe('Output intent of what is printed on paper: FOGRA39, or FOGRA47 for maplitho'),
  pamphletsPerStation: z
    .int()
    .positive()
    .nullable()
    .describe('null leaves a line on the job ticket, to be filled in by hand'),
});

const copy = z.strictObject({
  headline: bilingual.describe('What: the first thing a passer-by reads'),
  tagline: bilingual,
  scan: bilingual.describe('Beside the QR code: two or three words'),
  doorstep: bilingual
    .optional()
    .describe(
      'On the step before the code, where the phone is drawn as the station: what one gets',
    ),
  scanDetail: bilingual.describe('Over the QR code: how it is scanned'),
  stores: bilingual.describe('Below the QR code: where to look for the app by its name'),
  free: bilingual.describe('Beside the name of the app: that it costs nothing'),
  motto: bilingual.optional().describe('Of the force; left out, its name has the whole sign'),
  owner: bilingual,
  state: bilingual.describe('The force or state above the headline'),
  servicesTitle: bilingual,
  helpLinesTitle: bilingual,
  station: z.strictObject({
    prefix: bilingual.describe('Before a usual station name: थाना'),
    district: bilingual.describe('Before the district: जनपद; or with {name} where the name stands'),
  }),
  pamphlet: z.strictObject({
    lead: bilingual,
    questions: z
      .array(z.strictObject({ ask: bilingual, answer: bilingual }))
      .max(3)
      .describe('What people ask in their own words, and the service that answers it'),
    installTitle: bilingual,
    steps: z.array(bilingual).min(2).max(4),
    fee: bilingual.optional(),
    note: bilingual.optional().describe('That an emergency is no case for the app'),
    missedCall: bilingual
      .optional()
      .describe('Printed where the campaign has a number for missed calls; {number} is it'),
    contact: bilingual.describe('{station} is replaced by the name as it stands on the strip'),
    contactCall: bilingual
      .optional()
      .describe('In its place where no number is under it: {number} is the station’s, else 112'),
    allServices: bilingual,
  }),
});

const privacy = z.strictObject({
  grievance: z
    .strictObject({
      office: bilingual,
      email: z.email().nullable(),
      phone: z
        .string()
        .regex(/^[\d +-]{5,20}$/)
        .nullable(),
      confirmed: z.boolean().describe('Until the owner says so, pages say “to be confirmed”'),
    })
    .describe(
      'Who answers questions and complaints about personal data (DPDP Act 2023, section 13), and whom security.txt names',
    ),
});

export const campaignSchema = z
  .strictObject({
    id,
    name: bilingual,
    version: z
      .string()
      .regex(/^\d+(\.\d+)*$/)
      .describe('Version of the artwork, printed in the slug line'),
    versionDate: isoDate.describe(
      'Day of this version of the artwork; stands in the files as their date',
    ),
    languages: z
      .tuple([z.enum(ownLanguages), z.literal('en')])
      .describe('The own language, which is the default, and English'),
    demonstration: demonstrationSchema.optional(),
    fallback: z
      .enum(['hi', 'en'])
      .optional()
      .describe(
        'What console, progress, help and each sentence that the own language lacks are in: English unless this says Hindi',
      ),
    wordsRead: z
      .strictObject({ by: bilingual, on: isoDate })
      .optional()
      .describe('Native reader who has read all words of a language that is a draft of ours'),
    idea: z
      .enum(['plain', 'station'])
      .default('plain')
      .describe(
        'What the phone of the artwork is: a phone, or the station itself, whose name is on its parapet and whose door is the code',
      ),
    inks: inksSchema
      .optional()
      .describe('Own colours by the name of the ink that they replace on artwork and pages'),
    goal,
    fleet: z
      .int()
      .positive()
      .optional()
      .describe(
        'Vehicles of the state: an entry of more boards on vehicles waits for a second officer',
      ),
    goals: z
      .array(goal)
      .max(10)
      .optional()
      .describe(
        'Successors of `goal`, each with more downloads and a later last day than the one before',
      ),
    milestones: z
      .array(milestone)
      .max(20)
      .optional()
      .describe('Totals that others stated: shown with their source, never counted'),
    app,
    areas: areasSchema,
    offices: z
      .record(z.enum(titledRoles), bilingual)
      .describe('Title of the office whose account has the role'),
    headquarters: bilingual.describe(
      'The office that runs the campaign, as pages, letters and the console name it',
    ),
    links,
    facts: z
      .array(factSchema)
      .optional()
      .describe('What citizens are told, with who confirmed it: the console lists them'),
    helpLines: z.array(helpLine),
    serviceGroups: z.array(serviceGroup),
    directionsNote: bilingual.describe('Who is named for the directions as a whole'),
    directions: z.array(direction).describe('Empty where no paper gives any'),
    directionPapers: z
      .strictObject({ minutes: bilingual, letter: bilingual })
      .optional()
      .describe('What the two papers of the directions are called; there where any are'),
    citations: z
      .strictObject({
        boards: z.string().min(1).describe('In the reminder to districts whose boards are late'),
        phone: z.string().min(1).describe('In the letter to a telecom operator'),
      })
      .optional()
      .describe(
        'How letters of the office cite the papers, in Hindi, as they stand in the sentence',
      ),
    register: registerSchema
      .optional()
      .describe('All directions of the papers, on every app: who owes what since when'),
    print,
    copy,
    messages: messagesSchema,
    flows: flowsSchema.prefault(usualFlows),
    film: filmSchema.optional(),
    pressNotes: pressNotesSchema.optional(),
    radio: radioSchema.optional(),
    privacy,
    social: socialSchema.optional(),
    urdu: urduSchema.optional(),
    vehicles: vehiclesSchema.optional(),
    newspapers: newspapersSchema.optional(),
    consent: consentSchema.optional(),
    score: scoreRulesSchema.optional(),
    openData: openDataSchema.optional(),
  })
  .superRefine((campaign, context) => {
    reportGoals([campaign.goal, ...(campaign.goals ?? [])], context);
    reportDemonstration(campaign, context);
    reportServiceTexts(campaign.messages, context);
    reportFlows(campaign, context);
    reportStores(campaign, context);
    reportMissedCall(campaign, context);
    reportDoubles(campaign.facts ?? [], ['facts'], context);
    if (campaign.directions.length > 0 && campaign.directionPapers === undefined)
      context.addIssue({
        code: 'custom',
        path: ['directionPapers'],
        message: 'Expected the names of the papers that the directions are of',
      });
    reportDoubles(campaign.directions, ['directions'], context);
    reportDoubles(
      campaign.serviceGroups.flatMap((group) => group.services),
      ['serviceGroups'],
      context,
    );
  });

export type Campaign = z.infer<typeof campaignSchema>;
export type Service = z.infer<typeof service>;
export type ServiceGroup = z.infer<typeof serviceGroup>;
export type HelpLine = z.infer<typeof helpLine>;
export type Direction = z.infer<typeof direction>;

/** The services that the board shows, in the order of the menu, each with its short wording. */
export function boardServices(campaign: Campaign): (Service & { board: Bilingual })[] {
  return campaign.serviceGroups
    .flatMap((group) => group.services)
    .filter((entry): entry is Service & { board: Bilingual } => entry.board !== undefined);
}

/** Help lines that go on print. */
export function printedHelpLines(campaign: Campaign): HelpLine[] {
  return campaign.helpLines.filter((line) => line.printed);
}

/** Those of a pamphlet's back. */
export function pamphletHelpLines(campaign: Campaign): HelpLine[] {
  return campaign.helpLines.filter(({ printed, onPamphlet }) => printed || onPamphlet === true);
}

/** Each goal of the ladder begins before it ends, and asks for more, later than the one before. */
function reportGoals(goals: readonly Campaign['goal'][], context: z.core.$RefinementCtx): void {
  for (const [index, own] of goals.entries()) {
    const path = index === 0 ? ['goal'] : ['goals', index - 1];
    const refuse = (field: 'endsOn' | 'downloads', params: SchemaRule, expected: string) => {
      const message = `Expected ${expected}, got ${own[field]}`;
      context.addIssue({ code: 'custom', path: [...path, field], message, params });
    };
    const { startsOn } = own;
    if (own.endsOn < startsOn)
      refuse(
        'endsOn',
        { rule: 'ends-after-start', startsOn },
        `a day on or after startsOn (${startsOn})`,
      );
    const before = goals[index - 1];
    if (before === undefined) continue;
    if (own.downloads <= before.downloads)
      refuse(
        'downloads',
        { rule: 'beyond-goal-before', before: before.downloads },
        `more than the goal before it (${before.downloads})`,
      );
    if (own.endsOn <= before.endsOn)
      refuse(
        'endsOn',
        { rule: 'beyond-goal-before', before: before.endsOn },
        `a day after the goal before it (${before.endsOn})`,
      );
  }
}

/** One number cannot ask for the link and say stop. */
function reportMissedCall(
  { links, messages }: Pick<Campaign, 'links' | 'messages'>,
  context: z.core.$RefinementCtx,
): void {
  const stop = messages.optOut.missedCall;
  if (links.missedCall === null || stop === null || !isSameNumber(links.missedCall, stop)) return;
  context.addIssue({
    code: 'custom',
    path: ['links', 'missedCall'],
    message: `Expected another number than the one that says stop, got ${stop}`,
  });
}

function reportDoubles(
  entries: readonly { id: string }[],
  path: string[],
  context: z.core.$RefinementCtx,
): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id))
      context.addIssue({
        code: 'custom',
        path,
        message: `Expected each id once, got "${id}" twice`,
        params: { rule: 'once', twice: id } satisfies SchemaRule,
      });
    seen.add(id);
  }
}
