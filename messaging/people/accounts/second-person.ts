import type { SecondPersonRule } from '../../kit/house.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { secondPerson, secondPersonBars } from './second-person-schemas.ts';
import { readVerdicts, type Verdict } from './second-person-sql.ts';

/** Ids of accounts; null for what no account made, where there is nobody to be the same as. */
type Makers = readonly (string | null)[];

/**
 * Whether an officer, whatever the office, may decide on what these accounts made: two people decide, not one with two
 * accounts. Every rule of a second officer asks here.
 */
export async function judgeSecondPerson(
  database: Queryable,
  checkerId: string,
  makers: Makers,
): Promise<Verdict> {
  return weigh(makers, await readVerdicts(database, checkerId, known(makers)));
}

/** Entries of a list, each with the same, in one query. */
export async function withSecondPerson<Entry>(
  database: Queryable,
  checkerId: string,
  entries: readonly Entry[],
  makersOf: (entry: Entry) => Makers,
): Promise<(Entry & { second: Verdict })[]> {
  const all = entries.flatMap((entry) => known(makersOf(entry)));
  const verdicts = await readVerdicts(database, checkerId, all);
  return entries.map((entry) => ({ ...entry, second: weigh(makersOf(entry), verdicts) }));
}

/** @throws a refusal that says what to do when the officer may be one of those who made it */
export async function requireSecondPerson(
  tx: Queryable,
  checkerId: string,
  makers: Makers,
): Promise<void> {
  const { bar, openedBy } = await judgeSecondPerson(tx, checkerId, makers);
  if (bar !== null) throw new Refusal(bar, { openedBy });
}

/** The rule as declared features ask it. */
export const secondPersonRule: SecondPersonRule = {
  require: requireSecondPerson,
  judge: withSecondPerson,
  schema: secondPerson,
};

function known(makers: Makers): string[] {
  return makers.filter((maker) => maker !== null);
}

/** The gravest bar counts where there are several makers. */
function weigh(makers: Makers, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  const judged = known(makers).flatMap((maker) => verdicts.get(maker) ?? []);
  const bars = new Set(judged.map(({ bar }) => bar));
  return {
    bar: secondPersonBars.find((bar) => bars.has(bar)) ?? null,
    openedBy: [...new Set(judged.flatMap(({ openedBy }) => openedBy))],
  };
}
