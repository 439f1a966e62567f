import { readFileSync } from 'node:fs';
import type { ActivityKind } from '../../../campaigns/activities/activity-kinds.ts';
import {
  BulkError,
  type BulkFault,
  type BulkTable,
  readBulk,
} from '../../../campaigns/activities/bulk-table.ts';
import type { Station } from '../../../campaigns/directory/station.ts';

interface GivenBulk {
  kind: ActivityKind;
  name: string;
  path: string;
  stations: readonly Station[];
}

type ReadBulk = { kind: 'read'; table: BulkTable } | { kind: 'faulty'; fault: BulkFault };

export async function decode({ kind, name, path, stations }: GivenBulk): Promise<ReadBulk> {
  try {
    return { kind: 'read', table: readBulk(kind, { name, bytes: readFileSync(path) }, stations) };
  } catch (error) {
    if (!(error instanceof BulkError)) throw error;
    return { kind: 'faulty', fault: error.fault };
  }
}
