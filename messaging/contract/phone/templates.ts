import { z } from 'zod';
import { flowsSchema } from '../../../campaigns/flows/flow.ts';
import {
  messageCategories,
  messagesSchema,
  templateSchema,
} from '../../../campaigns/messages/messages.ts';
import { registrarNames } from '../../../campaigns/messages/registrars.ts';
import { line, paragraph, reference } from '../../../campaigns/text-types.ts';
import { bilingual, forOfficers, refusals, route } from '../route.ts';

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: bilingual,
  at: z.exactOptional(z.int()).describe('Place in the text in UTF-16 units, where there is one'),
});
export type Finding = z.input<typeof finding>;

const card = z.object({
  picture: z.string().nullable(),
  footer: z.string().nullable(),
  buttons: z.array(z.object({ kind: z.enum(['app', 'stop']), label: z.string() })),
});

/** Parts of a WhatsApp message besides its text. */
export type TextCard = z.input<typeof card>;

const checkedText = z.object({
  template: templateSchema,
  preview: z.string(),
  measure: z.object({
    encoding: z.enum(['GSM-7', 'UCS-2']),
    units: z.int(),
    segments: z.int(),
    unitsLeft: z.int(),
  }),
  oneMore: z.object({ segments: z.int(), share: z.number() }),
  onPortal: z
    .object({ text: z.string(), tags: z.array(z.string()) })
    .describe('As the registrar takes it; tags where they stand apart from the text'),
  findings: z.array(finding),
  card: z.exactOptional(card).describe('Of a WhatsApp template'),
});
/** A text as it is sent, measured and checked. */
export type CheckedText = z.input<typeof checkedText>;

const { principalEntityId, registered, call } = messagesSchema.shape;
const textsAnswer = z.object({
  principalEntityId,
  registrar: z.enum(registrarNames).nullable().describe('Whose DLT portal has the texts'),
  registered,
  call,
  flows: flowsSchema.describe('What answers a key of a call, or a text'),
  callCategory: z.enum(messageCategories).describe('What the calls are'),
  callFindings: z
    .object({ hi: z.array(finding), en: z.array(finding) })
    .describe('What the linter says of the prompts'),
  link: z
    .object({ host: z.string(), confirmed: z.boolean() })
    .describe('Host of the links, and whether its owner has confirmed that it answers'),
  templates: z.array(checkedText),
  whatsapp: z
    .array(checkedText)
    .describe('Templates of WhatsApp; variables are written as those of the others'),
});
export type TextsAnswer = z.input<typeof textsAnswer>;

/** The registered texts, and the linter for one that is being written. */
export const templateRoutes = {
  list: route({
    method: 'GET',
    url: '/api/templates',
    schema: {
      summary: 'Registered texts, measured and checked',
      response: { 200: textsAnswer, ...refusals(401, 403) },
    },
  }),
  check: route({
    method: 'POST',
    url: '/api/templates/check',
    schema: {
      summary: 'Checks a text before it is sent for registration',
      body: templateSchema.omit({ purpose: true, approvedOn: true }).extend({
        templateId: reference({ max: 60 }).nullable(),
        header: line({ max: 60 }),
        text: paragraph({ min: 1, max: 2000 }),
      }),
      response: { 200: checkedText, ...forOfficers },
    },
  }),
};
