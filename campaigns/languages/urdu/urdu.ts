import { z } from 'zod';
import { checkUrduText } from '../../directory/name-check.ts';
import type { SchemaRule } from '../../schema-rule.ts';
import { nameFaultWords } from '../../words/name-fault-words.ts';

const text = z
  .string()
  .min(1)
  .superRefine((value, context) => refuseLetters(value, context));

/** The sentence of the name that the campaign's Hindi text has a place for. */
const sentence = z.string().superRefine((value, context) => {
  if (!value.includes('{station}'))
    refuse(context, 'Expected {station} in the text, got none', { rule: 'station-in-text' });
  refuseLetters(value.replace('{station}', '').replace('{number}', ''), context);
});

function refuseLetters(value: string, context: z.core.$RefinementCtx<string>): void {
  const fault = value === '' ? null : checkUrduText(value.replace(/ {2}/g, ' ').trim());
  if (fault === null) return;
  const { code, found } = fault;
  refuse(context, `Expected ${nameFaultWords[code].en}, got ${found}`, { rule: 'name', code });
}

function refuse(context: z.core.$RefinementCtx<string>, message: string, params: SchemaRule): void {
  context.addIssue({ code: 'custom', message, params });
}

/** Words of `copy` in Urdu, field by field as written there. */
const copy = z.strictObject({
  state: text,
  owner: text,
  headline: text,
  tagline: text,
  scan: text,
  doorstep: text.optional(),
  scanDetail: text,
  stores: text,
  free: text,
  motto: text,
  servicesTitle: text,
  helpLinesTitle: text,
  station: z.strictObject({ prefix: text, district: text }),
  pamphlet: z.strictObject({
    lead: text,
    questions: z.array(z.strictObject({ ask: text, answer: text })),
    installTitle: text,
    steps: z.array(text),
    fee: text,
    note: text,
    contact: sentence.describe('{station} is replaced by the name of the station'),
    contactCall: sentence.optional().describe('The same, with a number for {number}'),
    allServices: text,
  }),
});

const byId = z.record(z.string(), text);

/**
 * Urdu, the state's second official language. What has no word here is in Hindi, so that a service that is added in the
 * studio is not missing from the pamphlet.
 */
export const urduSchema = z.strictObject({
  confirmed: z
    .boolean()
    .describe(
      'True once a native reader has read the proof; until then every file says NOT FOR PRINT',
    ),
  appName: text.describe('The app’s name in Urdu letters'),
  copy,
  serviceGroups: byId.describe('Names by id of the group'),
  services: byId.describe('Names by id of the service'),
  boardServices: byId.describe('Short wording for the board, by id of the service'),
  helpLines: byId.describe('Names by number'),
  ownFields: byId.describe(
    'What stands behind a number that a station fills in, by id of the field',
  ),
  districts: byId.describe('Names by id of the district'),
  stationWords: byId
    .optional()
    .describe('Words for a station by the Hindi ones, for names that nobody has entered in Urdu'),
});
export type Urdu = z.infer<typeof urduSchema>;
