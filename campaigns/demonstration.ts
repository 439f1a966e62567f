import { z } from 'zod';
import { bilingual } from './bilingual.ts';
import { languageFacts, type OwnLanguage } from './language.ts';
import type { Messages } from './messages/messages.ts';

/** Marks a campaign that only shows the kit's abilities. */
export const demonstrationSchema = z
  .strictObject({
    stamp: bilingual.describe('Two or three words that stand in every text that goes to a phone'),
    notice: bilingual.describe('On artwork and at the head of every page'),
  })
  .describe('There only where the facts are not confirmed by the owner of the app');
export type Demonstration = z.infer<typeof demonstrationSchema>;

/** Words of its own with the mark of a demonstration before them; unchanged on other campaigns. */
export function markedLine(
  { demonstration }: { demonstration?: Demonstration | undefined },
  line: string,
  language: 'hi' | 'en',
): string {
  return demonstration === undefined ? line : `${demonstration.notice[language]} · ${line}`;
}

/** Kinds of material whose files have no place for the mark. */
const unmarked = ['film', 'radio', 'social', 'vehicles', 'newspapers'] as const;

/** Whether the campaign's language is a draft of ours, of which no native reader has read the words. */
export function isUnread({ languages, wordsRead }: Spoken): boolean {
  return languageFacts[languages[0]].draft === true && wordsRead === undefined;
}

interface Spoken {
  languages: readonly [OwnLanguage, 'en'];
  wordsRead?: unknown;
}

type Marked = Spoken & {
  demonstration?: Demonstration | undefined;
  links: { confirmed: boolean };
  messages: Messages;
} & Partial<Record<(typeof unmarked)[number], unknown>>;

/** A demonstration is marked wherever it shows, and nothing of it can be printed for use or sent to a real phone. */
export function reportDemonstration(campaign: Marked, context: z.core.$RefinementCtx): void {
  const { demonstration, links, messages } = campaign;
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (demonstration === undefined) {
    if (isUnread(campaign))
      refuse(
        ['demonstration'],
        'Expected the marks of a demonstration until `wordsRead` says who read the words',
      );
    return;
  }
  if (links.confirmed) refuse(['links', 'confirmed'], 'Expected false in a demonstration');
  if (messages.registered) refuse(['messages', 'registered'], 'Expected false in a demonstration');
  for (const name of unmarked)
    if (campaign[name] !== undefined)
      refuse([name], 'Expected none in a demonstration: its files carry no mark');
  const { stamp } = demonstration;
  messages.templates.forEach(({ language, text }, at) => {
    if (!text.includes(stamp[language]))
      refuse(
        ['messages', 'templates', at, 'text'],
        `Expected the words “${stamp[language]}” in it`,
      );
  });
  for (const side of ['hi', 'en'] as const)
    for (const prompt of ['greeting', 'voicemail'] as const)
      if (!messages.call[side][prompt].text.includes(stamp[side]))
        refuse(
          ['messages', 'call', side, prompt, 'text'],
          `Expected the words “${stamp[side]}” in it`,
        );
}
