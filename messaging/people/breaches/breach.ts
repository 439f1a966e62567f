/** A breach as it is told to the service. */
export interface BreachReport {
  what: string;
  happenedAt: Date | null;
  knownAt: Date;
  whose: string;
  people: number | null;
  measures: string;
  boardToldAt: Date | null;
  peopleToldAt: Date | null;
}

export interface Breach extends BreachReport {
  id: number;
  version: number;
  recordedBy: string;
  recordedAt: Date;
  sample: boolean;
}

/** DPDP Rules 2025, rule 7: the Board has the full report within 72 hours; people are told without delay. */
const boardLimitMs = 72 * 3_600_000;

export function dueAt({ knownAt }: Pick<BreachReport, 'knownAt'>): Date {
  return new Date(knownAt.getTime() + boardLimitMs);
}

/** The field whose moment cannot be; null when all can. */
export function impossibleMoment(report: BreachReport, now: Date): string | null {
  const { knownAt, happenedAt, boardToldAt, peopleToldAt } = report;
  if (knownAt > now) return 'knownAt';
  if (happenedAt !== null && happenedAt > knownAt) return 'happenedAt';
  for (const [name, moment] of Object.entries({ boardToldAt, peopleToldAt })) {
    if (moment !== null && (moment > now || moment < knownAt)) return name;
  }
  return null;
}
