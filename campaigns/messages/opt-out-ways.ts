import { z } from 'zod';
import { foldText } from './folded-text.ts';

export const dialled = z
  .string()
  .regex(/^\d{3,14}$/, 'Expected a number as people dial it, digits only');

/** Numbers by which phones say stop. A header of letters cannot be answered, so a reply needs one that can. */
export const optOutNumbers = z.strictObject({
  sms: z
    .strictObject({
      number: dialled,
      word: z
        .string()
        .regex(/^\S+(?: \S+)?$/)
        .default('STOP'),
    })
    .nullable()
    .default(null)
    .describe('Long or short code that takes replies, and the words that people send to it'),
  missedCall: dialled.nullable().default(null).describe('A missed call to it says stop'),
});
export type OptOutNumbers = z.infer<typeof optOutNumbers>;
export const noOptOutNumbers: OptOutNumbers = { sms: null, missedCall: null };

/** The ways that work: those of the numbers, and the link where a text has it. A call always has its key. */
export interface OptOutWays extends OptOutNumbers {
  link: boolean;
}

export function findOptOutWays({
  optOut,
  templates,
}: {
  optOut: OptOutNumbers;
  templates: readonly { links?: readonly string[] }[];
}): OptOutWays {
  return { ...optOut, link: templates.some(({ links }) => links?.includes('stop')) };
}

/** Whether a text names a number, however it is spaced and in whatever digits. */
export function namesNumber(text: string, number: string): boolean {
  return foldText(text)
    .text.replace(/(?<=\d)[ -](?=\d)/g, '')
    .includes(number);
}

/** Whether two writings are of one number: with and without country code or the zero before it. */
export function isSameNumber(one: string, other: string): boolean {
  const bare = (number: string) => number.replace(/\D/g, '').replace(/^(?:91|0)(?=\d{10}$)/, '');
  return bare(one) !== '' && bare(one) === bare(other);
}

/** Gateways that pass on what phones send to us. */
const heardBy = {
  sms: ['twilio', 'exotel', 'smpp'],
  missedCall: ['twilio', 'exotel'],
} as const satisfies Record<keyof OptOutNumbers, readonly string[]>;

/** Numbers by which phones say stop, without those that no gateway hears; the emulator alone, in training, hears all. */
export function heardOptOut(
  { sms, missedCall }: OptOutNumbers,
  gateways: Readonly<Record<string, unknown>>,
): OptOutNumbers {
  const names = Object.keys(gateways);
  const isTraining = names.every((name) => name === 'emulator');
  const hears = (way: keyof OptOutNumbers) =>
    isTraining || heardBy[way].some((name) => names.includes(name));
  return { sms: hears('sms') ? sms : null, missedCall: hears('missedCall') ? missedCall : null };
}
