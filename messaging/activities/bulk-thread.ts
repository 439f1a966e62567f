import { readFileSync } from 'node:fs';
import type { ActivityKind } from '../../campaigns/activities/activity-kinds.ts';
import {
  BulkError,
  type BulkFault,
  type BulkTable,
  readBulk,
} from '../../campaigns/activities/bulk-table.ts';
import type { Station } from '../../campaigns/directory/station.ts';
import { answerWithList } from '../lists/list-task.ts';

export interface GivenBulk {
  kind: ActivityKind;
  name: string;
  path: string;
  stations: readonly Station[];
}

export type ReadBulk = { kind: 'read'; table: BulkTable } | { kind: 'faulty'; fault: BulkFault };

// biome-ignore lint/correctness/useYield: a list of activities is small and comes in one piece
answerWithList(async function* ({
  kind,
  name,
  path,
  stations,
}: GivenBulk): AsyncGenerator<never, ReadBulk> {
  try {
    return { kind: 'read', table: readBulk(kind, { name, bytes: readFileSync(path) }, stations) };
  } catch (error) {
    if (!(error instanceof BulkError)) throw error;
    return { kind: 'faulty', fault: error.fault };
  }
});
