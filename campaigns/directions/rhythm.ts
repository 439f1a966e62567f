import { z } from 'zod';
import { reference } from '../text-types.ts';
import { periods } from './periods.ts';

const day = z.iso.date();
const days = z.int().positive();

/** When something is owed. A day is in it only where a paper states one, or a span from which it is counted. */
export const rhythmSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('once'),
    by: day.optional().describe('Where the paper itself names the day'),
    within: z
      .strictObject({ days: days.optional(), months: days.optional() })
      .optional()
      .describe('Counted from the day of the paper’s meeting: the day is then shown as computed'),
  }),
  z
    .strictObject({
      kind: z.literal('every'),
      period: z.enum(periods),
      day: z
        .int()
        .min(1)
        .max(31)
        .default(1)
        .describe(
          'Day of the month, in a shorter month its last: 31 is always the last. Of a week 1 (Monday) to 7',
        ),
      month: z
        .int()
        .min(1)
        .max(12)
        .default(1)
        .describe('The first month that it comes in, for what comes more seldom than monthly'),
      dated: z
        .boolean()
        .default(true)
        .describe(
          'False where the paper asks for it each time and names no day: nothing is then late',
        ),
      chosenDay: z
        .boolean()
        .default(false)
        .describe('The day is ours: the paper names one by which others must have it'),
      reports: z
        .enum(['month-before', 'own-month'])
        .default('own-month')
        .describe('The month it is about: what is due on the 5th is about the month before'),
      openDays: z
        .int()
        .nonnegative()
        .max(60)
        .default(0)
        .describe('Days before its day from which it can be done'),
    })
    .refine(({ period, day: own }) => period !== 'week' || own <= 7, {
      message: 'Expected 1 (Monday) to 7 for the day of a week',
      path: ['day'],
    }),
  z.strictObject({
    kind: z.literal('on'),
    event: reference({ max: 64 }).describe('Id of the kind of event that starts the clock'),
    withinDays: days.nullable().describe('null where the paper names no span'),
  }),
  z.strictObject({ kind: z.literal('standing') }),
  z.strictObject({ kind: z.literal('none') }),
]);
export type Rhythm = z.infer<typeof rhythmSchema>;
export type Repeated = Extract<Rhythm, { kind: 'every' }>;
