import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
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

/** Preflight of ordered files: asked once for each hash, in a process that stands back for requests. */
export interface PressChecks {
  /** Findings by the files' hash; files that were not checked yet are checked in the background. */
  read(files: readonly ManifestFile[]): Promise<ReadonlyMap<string, CheckFinding[]>>;
  close(): Promise<void>;
}

const mostAtOnce = 40;
const retryMs = 60_000;

export function createPressChecks({
  pool,
  kit,
  run,
  log,
}: {
  pool: Pool;
  kit: Pick<Kit, 'made'>;
  run: RunPreflight;
  log: Pick<Logger, 'warn'>;
}): PressChecks {
  const waiting = new Map<string, ManifestFile>();
  const inWork = new Set<string>();
  const failedAt = new Map<string, number>();
  const ending = new AbortController();
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (waiting.size > 0 && !ending.signal.aborted) {
      const files = [...waiting.values()].slice(0, mostAtOnce);
      for (const { sha256 } of files) {
        waiting.delete(sha256);
        inWork.add(sha256);
      }
      try {
        const stations = [
          ...new Set(files.map(({ district, station }) => `${district}/${station}`)),
        ];
        const { findings } = await run(stations, ending.signal);
        // A file that was made anew meanwhile is another one.
        const same = files.filter(({ path, sha256 }) => kit.made().get(path)?.sha256 === sha256);
        await insertChecks(
          pool,
          same.map(({ path, sha256 }) => ({
            sha256,
            findings: findings
              .filter(({ file }) => file === path)
              .map(({ file: _file, ...finding }) => finding),
          })),
        );
      } catch (error) {
        if (ending.signal.aborted) return;
        for (const { sha256 } of files) failedAt.set(sha256, performance.now());
        log.warn(error, 'preflight of ordered files');
      } finally {
        inWork.clear();
      }
    }
  }

  return {
    async read(files) {
      const known = await findChecks(
        pool,
        files.map(({ sha256 }) => sha256),
      );
      for (const file of files) {
        const failed = failedAt.get(file.sha256) ?? Number.NEGATIVE_INFINITY;
        if (known.has(file.sha256) || inWork.has(file.sha256)) continue;
        if (performance.now() - failed > retryMs) waiting.set(file.sha256, file);
      }
      if (waiting.size > 0 && working === undefined) {
        working = work().finally(() => {
          working = undefined;
        });
      }
      return known;
    },
    async close() {
      ending.abort();
      await working;
    },
  };
}

const preflight = join(import.meta.dirname, '..', '..', '..', 'generator', 'preflight', 'main.ts');

/** Calls preflight as `npm run preflight` would; that it found faults is no failure. */
export function createRunPreflight({
  printDir,
  env,
}: {
  printDir: string;
  env: Readonly<Record<string, string | undefined>>;
}): RunPreflight {
  return async (stations, signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'preflight-'));
    const json = join(folder, 'report.json');
    try {
      await new Promise<void>((resolve, reject) => {
        const args = [preflight, printDir, '--station', stations.join(','), '--json', json];
        const child = spawn(process.execPath, args, { stdio: 'ignore', env, signal });
        if (child.pid !== undefined) setPriority(child.pid, lowPriority);
        child.once('error', reject);
        child.once('exit', (code) =>
          code === 0 || code === 1 ? resolve() : reject(new Error(`preflight ended with ${code}`)),
        );
      });
      return reportSchema.parse(JSON.parse(await readFile(json, 'utf8')));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
