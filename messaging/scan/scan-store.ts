import type { Pool } from 'pg';
import { recordScans } from '../../campaigns/scans/record-scans.ts';
import type { Scan } from '../../campaigns/scans/scan.ts';
import type { SpoolRecord } from './record.ts';
import type { RegistrySource } from './registry-source-fs.ts';
import { decodeScan } from './scan-payload.ts';

export interface ScanStoreOptions {
  pool: Pool;
  registry: RegistrySource;
  /** Told of a record that is no scan of a registered code; it is left out. */
  onStranger: (error: Error) => void;
}

/** Stores spooled scans in the database, each once. */
export function createScanStore(
  options: ScanStoreOptions,
): (records: SpoolRecord[]) => Promise<void> {
  return async (records) => {
    const scans = records.flatMap((record) => {
      try {
        return [toScan(record, options.registry)];
      } catch (error) {
        options.onStranger(error as Error);
        return [];
      }
    });
    await recordScans(options.pool, scans);
  };
}

function toScan({ id, payload }: SpoolRecord, registry: RegistrySource): Scan {
  const spooled = decodeScan(payload);
  const owned = registry.ownerOf(spooled.code);
  if (owned === undefined) throw new Error(`Expected a registered code, got ${spooled.code}`);
  const { owner, channel } = owned;
  return { ...spooled, id, channel, district: 'district' in owner ? owner.district : '' };
}
