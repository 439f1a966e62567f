import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import type { Detour } from './detours-sql.ts';
import { openReread, type Reread } from './reread.ts';

/** Codes that lead elsewhere now, kept in memory: a scan asks no database. */
export interface Detours extends Reread {
  /** Where a code leads at a moment; undefined for where it usually does. */
  targetOf(owned: Pick<OwnedCode, 'code' | 'channel'>, at: Date): string | undefined;
}

export function openDetours(
  read: () => Promise<readonly Detour[]>,
  onTrouble: (error: Error) => void,
): Detours {
  let byCode = new Map<string, Detour[]>();
  let byChannel = new Map<string, Detour[]>();

  async function look(): Promise<void> {
    const detours = await read();
    byCode = groupBy(detours, ({ code }) => code);
    byChannel = groupBy(detours, ({ channel }) => channel);
  }
  return {
    targetOf({ code, channel }, at) {
      if (byCode.size === 0 && byChannel.size === 0) return undefined;
      // One code's own goes before its channel's.
      const found = holding(byCode.get(code), at) ?? holding(byChannel.get(channel), at);
      return found?.target;
    },
    ...openReread(look, onTrouble),
  };
}

function holding(detours: readonly Detour[] | undefined, at: Date): Detour | undefined {
  return detours?.find(({ from, until }) => from <= at && (until === null || at < until));
}

function groupBy(
  detours: readonly Detour[],
  keyOf: (detour: Detour) => string | null,
): Map<string, Detour[]> {
  const groups = new Map<string, Detour[]>();
  for (const detour of detours) {
    const key = keyOf(detour);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), detour]);
  }
  return groups;
}
