import { z } from 'zod';
import { bilingual } from '../bilingual.ts';
import { ownLanguages } from '../language.ts';
import { type MessageCategory, messageCategories } from './message-category.ts';
import { type MessageLanguage, messageLanguages } from './message-language.ts';
import { noOptOutNumbers, optOutNumbers } from './opt-out-ways.ts';
import { registrarNames } from './registrars.ts';
import { whatsappSchema } from './whatsapp.ts';

export { type MessageCategory, type MessageLanguage, messageCategories, messageLanguages };

/** Uses of a link variable: the blast's own link, or the one by which its recipient says stop. */
export const linkUseNames = ['app', 'stop'] as const;
export type LinkUse = (typeof linkUseNames)[number];

/** A content template as it is registered with the operators, letter for letter. */
export const templateSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe('Our own name of the template'),
  templateId: z
    .string()
    .nullable()
    .describe(
      'Content template id of the DLT portal, 12 or 19 digits; null until it is registered',
    ),
  category: z.enum(messageCategories),
  language: z.enum(messageLanguages),
  header: z.string().describe('Sender id, six characters; the operator adds -P, -S, -T or -G'),
  text: z.string().min(1).describe('With {#var#} or a tagged variable such as {#url#}'),
  links: z
    .exactOptional(z.array(z.enum(linkUseNames)))
    .describe(
      'What each {#url#} becomes, in their order: `app` (so where nothing is said), or `stop`, a link of each phone’s own that ends the messages',
    ),
  purpose: bilingual.describe('When this text is used'),
  approvedOn: z.iso.date().nullable().describe('Day of approval on the DLT portal'),
});
export type Template = z.infer<typeof templateSchema>;

const promptSchema = z.strictObject({
  audio: z
    .string()
    .regex(/^[a-z0-9-]+\.(mp3|wav)$/)
    .nullable()
    .describe('File below assets/audio; null: the text is spoken by the gateway'),
  text: z.string().min(1),
});

/**
 * The recorded call; every prompt has its text, so that it can be spoken where no recording exists. Further prompts are
 * those that the campaign's flow says.
 */
const callScript = z
  .strictObject({
    greeting: promptSchema,
    menu: promptSchema,
    linkSent: promptSchema,
    neverAgain: promptSchema,
    wrongKey: promptSchema,
    goodbye: promptSchema,
    voicemail: promptSchema.describe('For an answering machine: nothing to press'),
  })
  .catchall(promptSchema);
export type CallScript = z.infer<typeof callScript>;

export const messagesSchema = z.strictObject({
  capitalNames: z
    .array(z.string().min(1))
    .default([])
    .describe('Names that are written in capitals in texts and are no shouting'),
  senderNames: z
    .array(z.string().min(1))
    .default([])
    .describe('Names of the sender; each text holds one of them, where any are given'),
  ownLanguage: z
    .enum(ownLanguages)
    .default('hi')
    .describe('Language of the texts that are not English'),
  principalEntityId: z
    .string()
    .nullable()
    .describe('PE id, 19 digits; null until it is registered'),
  registrar: z
    .enum(registrarNames)
    .nullable()
    .default(null)
    .describe('Whose DLT portal has the texts; null until it is chosen: the strictest rules then'),
  registered: z
    .boolean()
    .describe('True once header and templates stand on the DLT portal; real sending waits for it'),
  whitelistedLinks: z
    .array(
      z
        .string()
        .regex(
          /^(?:https:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s?#]*)?\??$/i,
          'Expected host and path without ?, which a dynamic link alone has at its end',
        ),
    )
    .min(1)
    .describe('As registered: host and path; a dynamic link ends in ?'),
  whitelistedNumbers: z
    .array(z.string().regex(/^\+?\d{3,14}$/))
    .default([])
    .describe('Call-back numbers as registered; no other number may stand in a text'),
  optOut: optOutNumbers
    .default(noOptOutNumbers)
    .describe('Numbers by which people say stop, where there are any; texts may promise no others'),
  linkBudgetPaise: z
    .int()
    .min(0)
    .describe('What links that callers ask for may cost in a calendar month; 0 sends none'),
  templates: z.array(templateSchema).min(1),
  callCategory: z
    .enum(['government', 'service-implicit', 'promotional'])
    .default('government')
    .describe(
      'What the calls are; from numbers of its series alone, by its hours and its list of the do-not-disturb',
    ),
  call: z.strictObject({ hi: callScript, en: callScript }),
  whatsapp: whatsappSchema
    .nullable()
    .default(null)
    .describe('Templates approved by Meta; null while nothing goes by WhatsApp'),
});
export type Messages = z.infer<typeof messagesSchema>;
