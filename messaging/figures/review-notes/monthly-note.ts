import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import type { Paper } from '../../platform/documents/paper.ts';
import { loadProgress, type ProgressSource } from '../progress/progress-data.ts';
import { reviewNote } from './review-note.ts';

/** A calendar month, YYYY-MM: months compare and sort as text. */
export type Month = string;

/** The last month that was over when the day began. */
export function lastWholeMonth(day: Day): Month {
  return addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7);
}

function findLastDay(month: Month): Day {
  return addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
}

/** The review note of a month, with the figures up to its last day, or up to today while it runs. */
export async function monthlyNote(
  source: ProgressSource,
  { month, today }: { month: Month; today: Day },
): Promise<Paper> {
  const [until = today] = [findLastDay(month), today].toSorted();
  const file = await loadProgress(source, { today: until, now: new Date() });
  return reviewNote(file, {
    campaign: source.campaign,
    districts: source.directory.districts,
    month,
  });
}
