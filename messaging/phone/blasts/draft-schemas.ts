import { z } from 'zod';
import {
  type DraftField,
  type DraftFieldName,
  type DraftValues,
  type KeptIn,
  ofEachField,
} from '../../../campaigns/messages/draft-fields.ts';
import { messageCategories, messageLanguages } from '../../../campaigns/messages/messages.ts';
import { allClasses, preferenceClasses } from '../../../campaigns/messages/preference-classes.ts';
import { line, reference } from '../../../campaigns/text-types.ts';
import { instant } from '../../contract/route.ts';
import { messageChannels } from '../../contract/values.ts';
import { inputSchema } from '../../kit/field-schema.ts';
import { afterDays, mostLaterTexts, repeatRule, shownRule } from './series-schemas.ts';

// The draft of a blast is declared here alone: what an officer sends in, what is kept in the column `draft` of `blast`, and
// what is answered. Types of service and console are inferred from it. Its plain fields are those of `draftFields`.

type SchemaOf<Name extends DraftFieldName> = z.ZodType<DraftValues[Name], DraftValues[Name]>;

function toSchema(field: DraftField): z.ZodType {
  const value = inputSchema(field);
  const given = field.maybe === true ? value.nullable() : value;
  return field.note === undefined ? given : given.describe(field.note);
}

/** Schemas of the plain fields that a part of the draft has. */
function keptIn<Part extends 'draft' | 'selection'>(part: Part) {
  return ofEachField(toSchema, part) as { [Name in KeptIn<Part>]: SchemaOf<Name> };
}

const card = z
  .object({
    name: z.string().describe('At Meta; `contentSid` is its id at Twilio'),
    contentSid: z.string().nullable(),
    values: z.array(z.string()),
    picture: z.string().nullable().describe('At its head'),
    stationCards: z
      .exactOptional(
        z.object({
          files: z.string(),
          campaign: z.string(),
          stations: z.array(z.string()),
          unmade: z.int(),
        }),
      )
      .describe('Cards of stations in its place, to whose station is known'),
    footer: z.string().nullable(),
    buttons: z.array(
      z.object({ kind: z.enum(['app', 'stop']), label: z.string(), link: z.string().nullable() }),
    ),
  })
  .describe('Of a WhatsApp message, whose words alone are in `body`');

const shownText = z.object({
  templateId: z.string().nullable(),
  header: z.string(),
  body: z.string().describe('Empty for a call: the script is the campaign’s'),
  segments: z.int(),
  card: z.exactOptional(card),
});
const keptText = shownText.extend({
  names: z
    .exactOptional(z.record(z.string(), z.string()))
    .describe('Names of districts and stations where it names each recipient’s'),
  unfit: z
    .exactOptional(z.array(z.string()))
    .describe('Stations that fit no variable: the district’s name goes in their place'),
});
/** Where a text has names and cards of places: of all stations they are hundreds of kilobytes. */
export const placesOfText = [['names'], ['card', 'stationCards']] as const;
/** The text for one language. */
export type BlastText = z.output<typeof keptText>;

const policy = z.object({
  errorShare: z.number().describe('Failed of those settled lately, above which it pauses'),
  leastSettled: z.int().describe('Below this no share is judged'),
  canarySize: z.int().describe('First recipients that go alone; 0 for no canary'),
  canaryDeliveredShare: z.number().describe('Of the canary, which lets the rest go'),
  canaryWaitMs: z.int().describe('How long its receipts are awaited'),
  callAttempts: z.int().describe('Calls to one number at most, inside the hours'),
  callRetryMs: z.int(),
  laterPauseMs: z.int().describe('How long its gateways may answer only "later"'),
});
/** When a running blast pauses by itself, and how often a call is tried. */
export type BlastPolicy = z.output<typeof policy>;

const preferenceClass = z
  .int()
  .min(0)
  .max(preferenceClasses.length - 1);
const leftOut = {
  skipBlastIds: z.array(z.int().positive()).max(100),
  dndClasses: z
    .array(preferenceClass)
    .max(preferenceClasses.length)
    .describe('Class 0, fully blocked, always counts; a government text is bound by none'),
};

export const selection = z.object({ ...keptIn('selection'), ...leftOut });
/** Whom a blast leaves out of its list, besides those who said stop and those on excluding lists. */
export type BlastSelection = z.output<typeof selection>;
export const usualSelection: BlastSelection = {
  ...(ofEachField(({ usual }) => usual, 'selection') as Pick<DraftValues, KeptIn<'selection'>>),
  skipBlastIds: [],
  dndClasses: [...allClasses],
};

const furtherGateway = z.object({
  gateway: reference({ max: 20 }),
  share: z.int().min(0).max(99).describe('Percent by lot, of whom no telecom operator has placed'),
  operators: z
    .array(line({ min: 1, max: 60 }))
    .max(20)
    .describe('Telecom operators whose numbers go through it'),
});

const afterHours = z
  .int()
  .min(1)
  .max(24)
  .nullable()
  .describe('So long after its end also those without news of a delivery; null: never them');

/** A draft with texts as they are kept, or as they are answered; `more` is kept of a repeat besides. */
function draftOf<Text extends z.ZodType, More extends z.ZodRawShape>(text: Text, more: More) {
  const texts = z.partialRecord(z.enum(messageLanguages), text);
  const paisePerSegment = z.number();
  return z.object({
    ...keptIn('draft'),
    channel: z.enum(messageChannels),
    category: z.enum(messageCategories),
    texts,
    trial: z
      .object({
        texts,
        share: z.int().describe('Percent of the list that each of the two texts goes to, by lot'),
        waitMs: z.int().describe('Waiting time for clicks of both once all of them are sent'),
      })
      .nullable()
      .describe('A second text, tried against the first before the rest gets one of them'),
    gateway: z.string(),
    further: z
      .array(furtherGateway.extend({ paisePerSegment }))
      .describe('Gateways besides it; a stopped one hands over to the others'),
    audienceId: z.int(),
    districts: z.array(z.string()).nullable(),
    startsAt: instant.nullable(),
    window: z.object({ fromMinute: z.int(), toMinute: z.int() }),
    night: z
      .exactOptional(z.string())
      .describe('The approver’s reason to send outside 8 to 21 too, where the category allows it'),
    policy,
    selection,
    paisePerSegment,
    fallback: z
      .object({
        category: z.enum(messageCategories),
        texts,
        gateway: z.string(),
        paisePerSegment,
        afterHours: z.exactOptional(afterHours),
      })
      .nullable()
      .describe('The SMS for those of a WhatsApp blast who have no WhatsApp; approved with it'),
    repeat: shownRule
      .extend({ texts: z.array(z.object({ afterDays, texts })), ...more })
      .nullable()
      .describe('How it comes again; null for once'),
  });
}

export const shownDraft = draftOf(shownText, {});
export const keptDraft = draftOf(keptText, {
  source: z
    .string()
    .describe(
      'By it is seen whether registered texts, or the words of the call, are the same still',
    ),
});
/** A blast as it is drafted. Texts of later days have `pendingCode`. */
export type BlastDraft = z.output<typeof keptDraft>;
export type BlastTexts = BlastDraft['texts'];

const template = reference({ max: 60 });
const values = z.array(line({ max: 2000 })).describe('Of variables that are no link, in order');
const chosenTexts = {
  templates: z
    .object({ hi: z.exactOptional(template), en: z.exactOptional(template) })
    .default({})
    .describe('Ids of registered texts; for calls none'),
  values: z.object({ hi: z.exactOptional(values), en: z.exactOptional(values) }).default({}),
};
const gateway = reference({ max: 20 });
const minuteOfDay = z.int().min(0).max(1440);

const chosenFields = ofEachField((field) => {
  const value = toSchema(field);
  return field.usual === undefined ? value : value.default(field.usual);
}) as {
  [Name in DraftFieldName]: Name extends 'name' ? SchemaOf<Name> : z.ZodDefault<SchemaOf<Name>>;
};

/** An officer's choices; everything else follows from the campaign and the settings. */
export const draft = z.object({
  ...chosenFields,
  channel: z.enum(messageChannels),
  ...chosenTexts,
  gateway,
  trial: z
    .object({
      ...chosenTexts,
      share: z.int().min(1).max(45),
      waitHours: z.int().min(1).max(168).default(24),
    })
    .nullable()
    .default(null)
    .describe(
      'A second text against the first: each goes to a share, an officer chooses for the rest',
    ),
  further: z
    .array(
      furtherGateway.extend({
        share: furtherGateway.shape.share.default(0),
        operators: furtherGateway.shape.operators.default([]),
      }),
    )
    .max(4)
    .default([]),
  fallback: z
    .object({ ...chosenTexts, gateway, afterHours: afterHours.default(null) })
    .nullable()
    .default(null)
    .describe('Beside WhatsApp: the SMS for those who have none'),
  audienceId: z.int().positive(),
  districts: z
    .array(reference({ max: 60 }))
    .min(1)
    .max(75)
    .nullable()
    .default(null),
  startsAt: z.coerce.date<string>().nullable().default(null),
  fromMinute: minuteOfDay.default(0),
  toMinute: minuteOfDay.default(1440),
  skipBlastIds: leftOut.skipBlastIds.default([]),
  dndClasses: leftOut.dndClasses.default(usualSelection.dndClasses),
  repeat: repeatRule
    .extend({
      texts: z
        .array(z.object({ afterDays, ...chosenTexts }))
        .max(mostLaterTexts)
        .default([])
        .describe('Of the rhythm `texts`: they go to those who got the first one'),
    })
    .nullable()
    .default(null),
});
/** A draft as it is sent in, and as the service takes it. */
export type DraftBody = z.input<typeof draft>;
export type ParsedDraft = z.output<typeof draft>;
/** A new ceiling of the cost of what was approved. */
export const ceiling = z.object({ budgetPaise: z.int().positive() });
export type Ceiling = z.output<typeof ceiling>;
export const edit = draft.extend({
  revision: z.exactOptional(
    z.int().positive().describe('That was seen: another edit in between is not overwritten'),
  ),
});
