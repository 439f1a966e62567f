import { z } from 'zod';
import { longestTextDays, mostRounds, rhythms } from '../../../campaigns/messages/repeat-days.ts';
import { bilingual, instant } from '../../contract/route.ts';
import { blastStatuses, roundStatuses } from '../../contract/values.ts';

const rhythm = z
  .enum(rhythms)
  .describe('Follows from the first day: a first Tuesday comes again on first Tuesdays');
const times = z
  .int()
  .min(2)
  .max(mostRounds)
  .nullable()
  .describe('Rounds in all, the first among them');
const until = z.iso.date().nullable().describe('Last day on which it may come again');
const days = z
  .array(z.iso.date())
  .max(mostRounds - 1)
  .describe('Of the rhythm `days`: those after the first');

/** When a blast comes again, without the texts of later days; as it is kept, and as it is sent in. */
export const shownRule = z.object({ rhythm, times, until, days });
export const repeatRule = z.object({
  rhythm,
  times: times.default(null),
  until: until.default(null),
  days: days.default([]),
});

/** Texts of a series besides the first. */
export const mostLaterTexts = 9;
export const afterDays = z.int().min(1).max(longestTextDays).describe('After the first day');

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
export type SeriesDetail = z.input<typeof seriesDetail>;
