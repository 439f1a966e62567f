import { z } from 'zod';
import { bilingual } from '../bilingual.ts';
import { messageLanguages } from '../messages/message-language.ts';

const nodeName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const saidName = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
const said = z.array(saidName);

const choice = z.strictObject({
  say: said.default([]).describe('What is said then'),
  do: z
    .exactOptional(z.enum(['link', 'opt-out', 'station']))
    .describe('Sends the link of the app, ends the messages, or looks for the named place'),
  refused: said.default([]).describe('Said instead where that could not be done'),
  language: z.exactOptional(z.enum(messageLanguages)).describe('Language from here on'),
  go: z.exactOptional(nodeName).describe('Node that comes next; without one it ends here'),
  transfer: z
    .exactOptional(z.string().regex(/^\+?\d{3,14}$/, 'Expected 3 to 14 digits'))
    .describe('Number of a person: a call is put through, a text names it'),
});
export type Choice = z.infer<typeof choice>;

const keyChoice = choice.extend({
  // A row of a list in WhatsApp has 24 characters (Meta, Interactive list messages, read 30.11.2026).
  label: z
    .exactOptional(
      bilingual.refine(
        ({ hi, en }) => hi.length <= 24 && en.length <= 24,
        'Expected at most 24 characters',
      ),
    )
    .describe('Two or three words, which lists of a text and the console show'),
});

export type KeyChoice = z.infer<typeof keyChoice>;

const node = z.strictObject({
  say: said.default([]).describe('Said when the node is come to'),
  ask: said.default([]).describe('Said after it, and again after a wrong key'),
  keys: z.partialRecord(
    z.string().regex(/^[0-9*#]$/, 'Expected one of 0 to 9, * and #, between quotation marks'),
    keyChoice,
  ),
  text: z.exactOptional(choice).describe('For any text that is no key'),
});

/** Answers of a menu, as a tree of nodes; whether they are spoken or written is no matter of the flow. */
export const flowSchema = z.strictObject({
  start: nodeName.describe('Node with which it begins'),
  rounds: z.int().min(1).max(9).default(3).describe('So often somebody is asked at most'),
  machine: said.nullable().default(null).describe('For an answering machine; null hangs up'),
  wrong: said.min(1).describe('Said after a key that the node does not have'),
  end: said.min(1).describe('Said where nobody answers, or after the last round'),
  texts: z.record(saidName, bilingual).default({}).describe('Texts of a flow that is written'),
  nodes: z.record(nodeName, node),
});
export type Flow = z.infer<typeof flowSchema>;

export const flowsSchema = z.strictObject({
  call: flowSchema.describe('For our calls, and calls to us; it says the prompts of the call'),
  text: z.exactOptional(flowSchema).describe('For texts that people write to us'),
});
export type Flows = z.infer<typeof flowsSchema>;
