import { recordBytes } from './record.ts';

/** Records that one write stores. */
export interface RecordGroup {
  payloads: Uint8Array[];
  bytes: number;
  stored: Promise<boolean>;
  settle: (stored: boolean) => void;
}

export interface RecordGroups {
  /** Resolves once the record's group is settled. */
  add(payload: Uint8Array): Promise<boolean>;
  /** The oldest group, or undefined when nothing waits; what comes later makes the next one. */
  take(): RecordGroup | undefined;
  /** Records of the next one that waits. */
  count(): number;
}

/** Gathers what arrives while a write is under way; a group fits a segment, whose records have `limit` bytes. */
export function createRecordGroups(limit: number): RecordGroups {
  const waiting: RecordGroup[] = [];
  let gathering: RecordGroup | undefined;
  return {
    add(payload) {
      const bytes = recordBytes(payload.length);
      if (gathering === undefined || gathering.bytes + bytes > limit) {
        if (gathering !== undefined) waiting.push(gathering);
        gathering = newGroup();
      }
      gathering.payloads.push(payload);
      gathering.bytes += bytes;
      return gathering.stored;
    },
    count: () => (waiting[0] ?? gathering)?.payloads.length ?? 0,
    take() {
      const first = waiting.shift();
      if (first !== undefined) return first;
      const group = gathering;
      gathering = undefined;
      return group;
    },
  };
}

function newGroup(): RecordGroup {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  return { payloads: [], bytes: 0, stored: promise, settle: resolve };
}
