import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import { lowPriority } from '../print-orders/run-generator.ts';
import { type CheckFinding, findChecks, insertChecks } from './press-checks-sql.ts';

const findingSchema = z.object({
  severity: z.enum(['fault', 'warning']),
  rule: z.string(),
  file: z.string().nullable(),
  expected: z.string(),
  found: z.string(),
});
const reportSchema = z.object({ findings: z.array(findingSchema) });

/** Runs preflight on the files of these stations, each `district/station`. */
export type RunPreflight = (
  stations: readonly string[],
  signal: AbortSignal,
) => Promise<z.infer<typeof reportSchema>>;

/** Preflight of ordered files: asked once for each hash, in a process of lower priority than requests. */
export interface PressChecks {
  /** Findings by the files' hash; files that were not checked yet are checked in the background. */
  read(files: readonly ManifestFile[]): Promise<ReadonlyMap<string, CheckFinding[]>>;
  close(): Promise<void>;
}

const mostAtOnce = 40;
const retryMs = minuteMs;

interface Checker {
  pool: Pool;
  kit: Pick<Kit, 'made'>;
  run: RunPreflight;
  log: Pick<Logger, 'warn'>;
  /** Files by their hash. */
  waiting: Map<string, ManifestFile>;
  inWork: Set<string>;
  failedAt: Map<string, number>;
  stop: AbortController;
}

export function createPressChecks(
  options: Pick<Checker, 'pool' | 'kit' | 'run' | 'log'>,
): PressChecks {
  const checker: Checker = {
    ...options,
    waiting: new Map(),
    inWork: new Set(),
    failedAt: new Map(),
    stop: new AbortController(),
  };
  let working: Promise<void> | undefined;
  return {
    async read(files) {
      const known = await findChecks(
        checker.pool,
        files.map(({ sha256 }) => sha256),
      );
      for (const file of files) if (!known.has(file.sha256)) queue(checker, file);
      if (checker.waiting.size > 0)
        working ??= checkWaiting(checker).finally(() => {
          working = undefined;
        });
      return known;
    },
    async close() {
      checker.stop.abort();
      await working;
    },
  };
}

function queue({ waiting, inWork, failedAt }: Checker, file: ManifestFile): void {
  const failed = failedAt.get(file.sha256) ?? Number.NEGATIVE_INFINITY;
  if (!inWork.has(file.sha256) && performance.now() - failed > retryMs)
    waiting.set(file.sha256, file);
}

async function checkWaiting(checker: Checker): Promise<void> {
  const { waiting, inWork, failedAt, stop, log } = checker;
  while (waiting.size > 0 && !stop.signal.aborted) {
    const files = [...waiting.values()].slice(0, mostAtOnce);
    for (const { sha256 } of files) {
      waiting.delete(sha256);
      inWork.add(sha256);
    }
    try {
      await check(checker, files);
    } catch (error) {
      if (stop.signal.aborted) return;
      for (const { sha256 } of files) failedAt.set(sha256, performance.now());
      log.warn(error, 'preflight of ordered files');
    } finally {
      inWork.clear();
    }
  }
}

async function check(
  { pool, kit, run, stop }: Checker,
  files: readonly ManifestFile[],
): Promise<void> {
  const stations = new Set(files.map(({ district, station }) => `${district}/${station}`));
  const { findings } = await run([...stations], stop.signal);
  // A file that was remade meanwhile is another one.
  const same = files.filter(({ path, sha256 }) => kit.made().get(path)?.sha256 === sha256);
  const checks = same.map(({ path, sha256 }) => ({
    sha256,
    findings: findings
      .filter(({ file }) => file === path)
      .map(({ file: _file, ...finding }) => finding),
  }));
  await insertChecks(pool, checks);
}

const preflight = join(import.meta.dirname, '..', '..', '..', 'generator', 'preflight', 'main.ts');

/** Calls preflight as `npm run preflight` would; faults that it finds are not a failure of the call. */
export function createRunPreflight({
  printDir,
  env,
}: {
  printDir: string;
  env: Readonly<Record<string, string | undefined>>;
}): RunPreflight {
  return async (stations, signal) => {
    const args = [preflight, printDir, '--station', stations.join(','), '--json'];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env,
      signal,
    });
    if (child.pid !== undefined) setPriority(child.pid, lowPriority);
    const ended = once(child, 'exit');
    const [report, [code]] = await Promise.all([text(child.stdout), ended]);
    if (code !== 0 && code !== 1) throw new Error(`preflight ended with ${code}`);
    return reportSchema.parse(JSON.parse(report));
  };
}
