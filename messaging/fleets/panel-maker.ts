import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { formatCsv } from '../../campaigns/tables/csv-writer.ts';
import type { FleetVehicle } from '../../campaigns/vehicles/fleet.ts';
import { vehiclePaths } from '../../campaigns/vehicles/panel-paths.ts';
import type { VehiclePanel } from '../../campaigns/vehicles/vehicles.ts';
import { inTransaction } from '../database/transaction.ts';
import type { SharedPrints } from '../print-files/shared-prints-fs.ts';
import type { GiveCodes } from './fleet-codes.ts';
import { claimVehicles, endClaim, keepClaim } from './fleets-sql.ts';

/** Calls the generator with these arguments in a process that stands back for requests, or throws. */
export type Generate = (args: readonly string[], signal: AbortSignal) => Promise<void>;

export interface PanelMaker {
  /** Makes what waits, unless that is being done. */
  wake(): void;
  close(): Promise<void>;
}

export interface PanelMakerOptions {
  pool: Pool;
  panels: readonly VehiclePanel[];
  giveCodes: GiveCodes;
  generate: Generate;
  prints?: SharedPrints | undefined;
  log: Pick<Logger, 'warn'>;
  /** Between two looks at what another process may have left. */
  lookMs?: number;
}

/** A run lays out each panel once, so that few runs are quick; progress is told after each. */
const batchVehicles = 8;
const busyMs = 2000;
const usualLookMs = 60_000;

/**
 * Makes the panels of vehicles that wait, one run of the generator at a time. Where a run fails, its vehicles are tried
 * one by one, so that one keeps no other from its panels. What a process leaves that dies is taken over by the next look.
 */
export function openPanelMaker(options: PanelMakerOptions): PanelMaker {
  const { pool, panels, giveCodes, generate, prints, log, lookMs = usualLookMs } = options;
  const stop = new AbortController();
  let working: Promise<void> | undefined;
  let again = false;

  /** False where the generator could not make them. */
  async function run(vehicles: readonly FleetVehicle[]): Promise<boolean> {
    await keepClaim(pool, vehicles);
    // The list may have come to another machine.
    await inTransaction(pool, (tx) => giveCodes(tx, vehicles));
    const folder = await mkdtemp(join(tmpdir(), 'fleet-'));
    try {
      const list = join(folder, 'fleet.csv');
      const rows = vehicles.map(({ district, vehicle, model }) => [district, vehicle, model]);
      await writeFile(list, formatCsv([['district', 'vehicle', 'model'], ...rows]));
      await whenFree(() => generate(['--channel', 'vehicle', '--fleet', list], stop.signal));
    } catch (error) {
      if (stop.signal.aborted) throw error;
      log.warn(error, 'panels of vehicles were not made');
      return false;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    for (const vehicle of vehicles) await share(vehicle);
    await endClaim(pool, vehicles, 'made');
    return true;
  }

  /** Somebody may be making panels by hand. */
  async function whenFree(work: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!/Another run/.test((error as Error).message)) throw error;
        await wait(busyMs, undefined, { signal: stop.signal });
      }
    }
  }

  async function share(vehicle: FleetVehicle): Promise<void> {
    if (prints === undefined) return;
    const paths = vehiclePaths(vehicle, panels);
    const files = paths.panels.flatMap(({ pdf, preview }) => [pdf, preview]);
    for (const path of [...files, paths.ticket]) await prints.share(path);
  }

  async function runBatch(batch: readonly FleetVehicle[]): Promise<void> {
    try {
      if (await run(batch)) return;
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      await endClaim(pool, batch, 'waiting');
      return;
    }
    if (batch.length === 1) await endClaim(pool, batch, 'failed');
    else for (const vehicle of batch) await runBatch([vehicle]);
  }

  async function work(): Promise<void> {
    while (!stop.signal.aborted) {
      again = false;
      const batch = await claimVehicles(pool, batchVehicles);
      if (batch.length > 0) await runBatch(batch);
      else if (!again) return;
    }
  }

  function wake(): void {
    again = true;
    if (working !== undefined || stop.signal.aborted) return;
    working = work()
      .catch((error) => log.warn(error, 'panels of vehicles wait'))
      .finally(() => {
        working = undefined;
        // Somebody woke it while it ended.
        if (again) wake();
      });
  }

  const looking = setInterval(wake, lookMs).unref();
  return {
    wake,
    async close() {
      clearInterval(looking);
      stop.abort();
      await working;
    },
  };
}
