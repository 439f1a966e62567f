import { z } from 'zod';
import { bilingual } from '../bilingual.ts';
import type { MessageCategory } from './message-category.ts';
import { messageLanguages } from './message-language.ts';
import { touchesEnd } from './whatsapp-text.ts';

/** Meta's categories of what a business sends unasked; it prices by them. */
export const whatsappCategories = ['marketing', 'utility'] as const;
export type WhatsappCategory = (typeof whatsappCategories)[number];

/** A template as Meta approved it, letter for letter. */
export const whatsappTemplateSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .describe('Our own name of the template'),
    name: z
      .string()
      .regex(/^[a-z0-9_]{1,512}$/)
      .describe('Its name at Meta'),
    contentSid: z
      .string()
      .regex(/^HX[0-9a-f]{32}$/i)
      .nullable()
      .describe('Its id in Twilio’s Content API; null where that is not used'),
    category: z.enum(whatsappCategories),
    language: z.enum(messageLanguages),
    text: z.string().min(1).max(1024).describe('With {{1}}, {{2}} for what an officer types'),
    footer: z.string().max(60).nullable().default(null),
    picture: z
      .string()
      .regex(/^[\w./-]+\.(?:png|jpg)$/)
      .nullable()
      .default(null)
      .describe(
        'File below the site’s /files/ at its head; a blast may have a station’s card instead',
      ),
    buttons: z
      .array(
        z.strictObject({
          kind: z
            .enum(['app', 'stop'])
            .describe('Opens the blast’s own link, or ends the messages'),
          label: z.string().min(1).max(25),
        }),
      )
      .max(3),
    purpose: bilingual.describe('When it is used'),
  })
  // Meta refuses both (template guidelines, developers.facebook.com, read 30.11.2026).
  .refine(({ text }) => !touchesEnd(text), {
    path: ['text'],
    error: 'Expected words before the first and after the last variable',
  })
  // What nobody asked for and brings the app is marketing to Meta, whatever it is registered as.
  .refine(
    ({ category, buttons }) =>
      category === 'marketing' || !buttons.some(({ kind }) => kind === 'app'),
    {
      path: ['category'],
      error: 'Expected marketing for a template with a link to the app',
    },
  );
export type WhatsappTemplate = z.infer<typeof whatsappTemplateSchema>;

export const whatsappSchema = z.strictObject({
  templates: z.array(whatsappTemplateSchema),
});

/** Marketing keeps to the hours of promotion, utility is a service. */
export function toMessageCategory(category: WhatsappCategory): MessageCategory {
  return category === 'marketing' ? 'promotional' : 'service-implicit';
}
