/** An answer to one submission, or a receipt that settles it. */
interface Answer {
  blastId: number;
  /** Through which it went. */
  gateway: string;
  outcome: { id: string; status: string };
  suspectCode?: string;
}

/** A code that has refused several recipients in a row, and whom. */
export interface Streak {
  blastId: number;
  gateway: string;
  code: string;
  /** Rows of the ledger. */
  ids: string[];
}

/**
 * Different recipients refused in a row by a code that nobody has classed, until it is taken to speak of us. A refusal
 * is quicker than an acceptance: with a hundred requests on their way at once, a tenth of them refused come in a row.
 */
const streakLimit = 20;
/** The rows of these are kept; later ones of the same code join. */
const idsKept = 1000;

export interface RefusalStreaks {
  /** Told of results in their order; returns the streaks that go on and are long enough to halt their blast. */
  note(group: readonly Answer[]): Streak[];
  /** Whether any is under way. */
  isWatching(): boolean;
}

/** Watches the answers of one process; the same group again changes nothing. */
export function createRefusalStreaks(): RefusalStreaks {
  const streaks = new Map<string, Omit<Streak, 'ids'> & { ids: Set<string> }>();
  // What one gateway takes tells nothing of another.
  const toKey = ({ blastId, gateway }: Pick<Answer, 'blastId' | 'gateway'>) =>
    `${blastId} ${gateway}`;
  return {
    isWatching: () => streaks.size > 0,
    note(group) {
      for (const { blastId, gateway, outcome, suspectCode } of group) {
        const key = toKey({ blastId, gateway });
        const known = streaks.get(key);
        if (suspectCode === undefined) {
          // What was not processed tells nothing of us.
          if (outcome.status !== 'planned') streaks.delete(key);
        } else if (known?.code === suspectCode) {
          if (known.ids.size < idsKept) known.ids.add(outcome.id);
        } else {
          streaks.set(key, { blastId, gateway, code: suspectCode, ids: new Set([outcome.id]) });
        }
      }
      const touched = new Set(group.map(toKey));
      return [...streaks]
        .filter(([key, { ids }]) => touched.has(key) && ids.size >= streakLimit)
        .map(([, { ids, ...streak }]) => ({ ...streak, ids: [...ids] }));
    },
  };
}
