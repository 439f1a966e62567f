import { createHash } from 'node:crypto';
import type { RecordingScript } from '../../../campaigns/channels/radio/script.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { latestTakes, type Take } from './takes-sql.ts';

export type MasteredTake = Take & { master: NonNullable<Take['master']> };

/** The takes that are played: each script's latest mastered one, as long as it says the script's text. */
export interface CurrentTakes {
  /** As it was last read; a call asks without waiting for the database. */
  of(script: string): MasteredTake | undefined;
  /** Reads again; what was known stays when that fails. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** Another process may have taken a recording meanwhile. */
const refreshMs = 10_000;

/** Hash of the text that a take has to say. */
export function textHash({ text }: Pick<RecordingScript, 'text'>): string {
  return text === null ? '' : createHash('sha256').update(text).digest('hex');
}

/** Splits the latest takes of a script into what is played and what else there is to say. */
export function sortTakes(
  script: RecordingScript,
  takes: readonly Take[],
): {
  current: MasteredTake | undefined;
  waiting: Take | undefined;
  last: Take | undefined;
  outdated: boolean;
} {
  const ofScript = takes
    .filter((take) => take.script === script.id)
    .toSorted((a, b) => b.id - a.id);
  const mastered = ofScript.find(isMastered);
  const isCurrent = mastered?.textSha256 === textHash(script);
  const current = isCurrent ? mastered : undefined;
  const waiting = ofScript.find(({ status }) => status === 'waiting');
  const [latest] = ofScript;
  const last = latest === current || latest === waiting ? undefined : latest;
  return { current, waiting, last, outdated: last?.status === 'mastered' };
}

export function createCurrentTakes(options: {
  database: Queryable;
  scripts: readonly RecordingScript[];
  /** Told after each reading. */
  onRead(takes: ReadonlyMap<string, MasteredTake>): Promise<void>;
  onTrouble(error: Error): void;
}): CurrentTakes {
  const { database, scripts, onRead, onTrouble } = options;
  let known: ReadonlyMap<string, MasteredTake> = new Map();
  let inTrouble = false;

  async function read(): Promise<void> {
    const takes = await latestTakes(database);
    known = new Map(
      scripts.flatMap((script) => {
        const { current } = sortTakes(script, takes);
        return current === undefined ? [] : [[script.id, current] as const];
      }),
    );
    await onRead(known);
    inTrouble = false;
  }
  // One after the other: an earlier reading never overwrites a later one.
  const readings = repeat(read, {
    pauseMs: refreshMs,
    onTrouble(error) {
      if (!inTrouble) onTrouble(error);
      inTrouble = true;
    },
  });
  void readings.run();
  return { of: (script) => known.get(script), refresh: readings.run, close: readings.stop };
}

function isMastered(take: Take): take is MasteredTake {
  return take.status === 'mastered';
}
