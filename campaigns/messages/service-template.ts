import type { z } from 'zod';
import type { MessageLanguage, Messages, Template } from './messages.ts';

/** Texts that the service sends by itself: the link that a caller asked for, the code that proves an officer's own number. */
export const serviceTexts = ['link', 'code'] as const;
type ServiceText = (typeof serviceTexts)[number];
type Texts = Pick<Messages, 'templates' | 'ownLanguage'>;

/** @throws in a campaign that lacks it, which its schema does not let through */
export function serviceTemplate(
  messages: Texts,
  what: ServiceText,
  language: MessageLanguage,
): Template {
  const id = makeId(messages, what, language);
  const template = messages.templates.find((each) => each.id === id);
  if (template === undefined) throw new Error(`Expected a template ${id}, got none`);
  return template;
}

/** `code-hi`, `code-gu`, `code-en`. */
function makeId({ ownLanguage }: Texts, what: ServiceText, language: MessageLanguage): string {
  return `${what}-${language === 'hi' ? ownLanguage : language}`;
}

/** The service could not answer a caller or an officer without these. */
export function reportServiceTexts(messages: Texts, context: z.core.$RefinementCtx): void {
  for (const what of serviceTexts)
    for (const language of ['hi', 'en'] as const) {
      const id = makeId(messages, what, language);
      if (messages.templates.some((each) => each.id === id && each.language === language)) continue;
      context.addIssue({
        code: 'custom',
        path: ['messages', 'templates'],
        message: `Expected one with the id ${id}, which the service sends by itself`,
      });
    }
}
