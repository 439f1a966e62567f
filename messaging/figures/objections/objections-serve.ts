import { toDay } from '../../../campaigns/tracker/clock.ts';
import type {
  Objection,
  ObjectionFigure,
  ProgressFile,
} from '../../../campaigns/tracker/progress-file.ts';
import { readEntries } from '../../kit/entries-sql.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Module } from '../../platform/http/module.ts';
import { objections } from './objections-feature.ts';

/** Each is kept with the figure as it was on its day. */
export function openObjections(
  house: House & { readProgress: () => Promise<ProgressFile> },
): Module {
  return serve(objections, house, {
    // One at a time of a figure.
    conflict: 'objection-open',
    rules: {
      make: async ({ input, caller }) => {
        const progress = await house.readProgress();
        return { values: { value: readFigure(progress, caller.actor.district, input.figure) } };
      },
    },
  });
}

/** A public figure of a district as it is now. */
function readFigure(
  { districts }: ProgressFile,
  district: string | undefined,
  figure: ObjectionFigure,
): number | null {
  const entry = districts.find((each) => each.district === district);
  if (entry === undefined) return null;
  const { score, boards, scans, population } = entry;
  const figures: Record<ObjectionFigure, number | null> = {
    score: score?.value ?? null,
    rank: score?.rank ?? null,
    boards: boards.up,
    scans: scans.total,
    directions: score?.shares.directions ?? null,
    population,
  };
  return figures[figure];
}

/** As the public reads them: of an office, and nobody's name. */
export async function readObjections(database: Queryable): Promise<Objection[]> {
  const entries = await readEntries(database, objections);
  return entries.map(({ id, district, figure, value, text, madeAt, answer, answeredAt }) => ({
    id,
    district,
    figure,
    value,
    text,
    day: toDay(madeAt),
    answer:
      answer === null || answeredAt === null ? null : { day: toDay(answeredAt), text: answer },
  }));
}
