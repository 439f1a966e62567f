import { z } from 'zod';
import { mostRounds, rhythms } from '../../../campaigns/messages/repeat-days.ts';
import { bilingual, instant } from '../route.ts';
import { blastStatuses, roundStatuses } from '../values.ts';

/** When a blast comes again, without the texts of later days. */
export const repeatRule = z.object({
  rhythm: z
    .enum(rhythms)
    .describe('Follows from the first day: a first Tuesday comes again on first Tuesdays'),
  times: z
    .int()
    .min(2)
    .max(mostRounds)
    .nullable()
    .default(null)
    .describe('Rounds in all, the first among them'),
  until: z.iso.date().nullable().default(null).describe('Last day on which it may come again'),
  days: z
    .array(z.iso.date())
    .max(mostRounds - 1)
    .default([])
    .describe('Of the rhythm `days`: those after the first'),
});

/** Texts after the first one, and within how many days. */
export const laterTexts = { most: 9, days: 60 } as const;
export const afterDays = z.int().min(1).max(laterTexts.days).describe('After the first day');

/** The round of a series that a blast is. */
export const blastRound = z.object({
  seriesId: z.int().describe('The blast that was approved with all rounds'),
  number: z.int(),
});

const seriesRound = z.object({
  number: z.int(),
  at: instant,
  status: z.enum(roundStatuses),
  blastId: z.int().nullable(),
  blastStatus: z.enum(blastStatuses).nullable(),
  reasons: z.array(bilingual).describe('Why it waits as a draft for an officer'),
});

/** All rounds of a series, as drafted or as approved. */
export const seriesDetail = z.object({
  id: z.int(),
  rounds: z.array(seriesRound),
  most: z
    .object({ recipients: z.int(), messages: z.int(), paise: z.number() })
    .nullable()
    .describe('People in each round, messages and cost in all; null while the list is counted'),
});
