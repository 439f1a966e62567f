import type { Channel } from '../../../campaigns/channel.ts';
import type { ClosingReason } from '../../../campaigns/links/closing-reasons.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import type { Database } from '../../platform/database/database.ts';
import { queryRows } from '../../platform/database/sql.ts';
import { repeat } from '../../platform/process/repeat.ts';

// Codes that do not lead to the store, kept in memory: a scan asks no database.

interface Reread {
  /** Reads again; called after a decision, and by the clock for those of other machines. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** Codes that lead elsewhere now. */
export interface Detours extends Reread {
  list(): readonly Detour[];
  /** Where a code leads at a moment; undefined for where it usually does. */
  targetOf(owned: Pick<OwnedCode, 'code' | 'channel'>, at: Date): string | undefined;
}

/** Codes that lead to no app. */
export interface ClosedCodes extends Reread {
  list(): ClosedCode[];
  /** undefined for a code that is open */
  reasonOf(code: string): ClosingReason | undefined;
}

interface ClosedCode {
  code: string;
  reason: ClosingReason;
}
type Trouble = (error: Error) => void;

/** Leads elsewhere for a while: one of `code` and `channel` is set. */
export interface Detour {
  code: string | null;
  channel: Channel | null;
  /** Id of one of `listTargets`. */
  target: string;
  from: Date;
  /** null: until somebody ends it. */
  until: Date | null;
}

/** @param last as they were known last, until the database says them */
export function openDetours(
  database: Database,
  last: readonly Detour[],
  onTrouble: Trouble,
): Detours {
  let found = indexDetours(last);
  async function look(): Promise<void> {
    // Those that are approved, the latest first.
    const rows = await queryRows<Detour>(database.pool)`
      SELECT code, channel, target, valid_from AS "from", valid_until AS until FROM detour
      WHERE status = 'approved' ORDER BY id DESC`;
    found = indexDetours(rows);
  }
  return {
    list: () => found.all,
    targetOf: (owned, at) => found.targetOf(owned, at),
    ...openReread(database, look, onTrouble),
  };
}

/** Finds where codes lead, in detours of which the latest are first. */
export function indexDetours(
  all: readonly Detour[],
): Pick<Detours, 'targetOf'> & { all: typeof all } {
  const byCode = Map.groupBy(all, ({ code }) => code);
  const byChannel = Map.groupBy(all, ({ channel }) => channel);
  return {
    all,
    targetOf({ code, channel }, at) {
      if (byCode.size === 0) return undefined;
      const isNow = ({ from, until }: Detour) => from <= at && (until === null || at < until);
      // One code's own goes before its channel's.
      return (byCode.get(code)?.find(isNow) ?? byChannel.get(channel)?.find(isNow))?.target;
    },
  };
}

export function indexClosed(codes: readonly ClosedCode[]): Map<string, ClosingReason> {
  return new Map(codes.map(({ code, reason }) => [code, reason]));
}

/** @param last as they were known last, until the database says them */
export function openClosedCodes(
  database: Database,
  last: readonly ClosedCode[],
  onTrouble: Trouble,
): ClosedCodes {
  let closed = indexClosed(last);
  async function look(): Promise<void> {
    const rows = await queryRows<ClosedCode>(database.pool)`
      SELECT code, reason FROM closed_code ORDER BY code`;
    closed = indexClosed(rows);
  }
  return {
    list: () => [...closed].map(([code, reason]) => ({ code, reason })),
    reasonOf: (code) => closed.get(code),
    ...openReread(database, look, onTrouble),
  };
}

function openReread(database: Database, look: () => Promise<void>, onTrouble: Trouble): Reread {
  const { run, stop } = repeat(look, { pauseMs: 5000, onTrouble });
  void database.ready.then(run, () => {});
  return { reload: run, close: stop };
}
