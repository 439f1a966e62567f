import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Read by redis-server at its start. */
const snapshot = 'dump.rdb';
/** Left by a write that was cut, and the append-only file of earlier versions, which a power cut tore. */
const leftover = /^(temp-.*\.rdb|appendonlydir|appendonly\.aof)$/;
/** With the moment in UTC: redis.damaged-2019-04-12T06-00-00. */
const damagedName = /^redis\.damaged-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)$/;
const mostKept = 3;

/** Data of the queue that redis-server could not read, in a folder next to its own. */
export interface DamagedQueue {
  name: string;
  at: Date;
}

/** The newest first. */
export function listDamagedQueues(dataDir: string): DamagedQueue[] {
  return readdirSync(dataDir)
    .flatMap((name) => {
      const [, day, ...time] = damagedName.exec(name) ?? [];
      return day === undefined ? [] : [{ name, at: new Date(`${day}T${time.join(':')}Z`) }];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Deletes what no server reads; none may be running. */
export function clearLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (leftover.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Moves the data of a server that could not start with it into a separate folder; the newest few are kept.
 * @returns undefined when there is no data, so that it cannot be the reason
 */
export function setDataAside(
  dataDir: string,
  folder: string,
): { name: string; deleted: number } | undefined {
  if (!existsSync(join(folder, snapshot))) return undefined;
  const name = `redis.damaged-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`;
  mkdirSync(join(dataDir, name), { recursive: true, mode: 0o700 });
  renameSync(join(folder, snapshot), join(dataDir, name, snapshot));
  const tooOld = listDamagedQueues(dataDir).slice(mostKept);
  for (const old of tooOld) rmSync(join(dataDir, old.name), { recursive: true, force: true });
  return { name, deleted: tooOld.length };
}
