import { z } from 'zod';

const day = z.iso.date();
const days = z.int().positive();

/** When something is owed. A day stands in it only where a paper states one, or a span from which it is counted. */
export const rhythmSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('once'),
    by: day.optional().describe('Where the paper itself names the day'),
    within: z
      .strictObject({ days: days.optional(), months: days.optional() })
      .optional()
      .describe('Counted from the day of the paper’s meeting: the day is then shown as computed'),
  }),
  z.strictObject({
    kind: z.literal('every'),
    rule: z
      .string()
      .regex(/^FREQ=/)
      .describe('RFC 5545 RRULE; calendar days of Asia/Kolkata'),
    dated: z
      .boolean()
      .default(true)
      .describe(
        'False where the paper asks for it each time and names no day: nothing is then late',
      ),
    reports: z
      .enum(['month-before', 'own-month'])
      .default('own-month')
      .describe('The month it is about: what is due on the 5th is about the month before'),
    openDays: z
      .int()
      .nonnegative()
      .default(0)
      .describe('Days before its day from which it can be done'),
  }),
  z.strictObject({
    kind: z.literal('on'),
    event: z.string().describe('Id of the kind of event that starts the clock'),
    withinDays: days.nullable().describe('null where the paper names no span'),
  }),
  z.strictObject({ kind: z.literal('standing') }),
  z.strictObject({ kind: z.literal('none') }),
]);
export type Rhythm = z.infer<typeof rhythmSchema>;
