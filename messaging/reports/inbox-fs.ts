import { mkdirSync } from 'node:fs';
import { readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReportError } from '../../campaigns/tracker/report-error.ts';
import type { ImportedBy, ReportImport, ReportOutcome } from './report-import.ts';

export interface InboxOptions {
  /** Holds `inbox`, `done` and `failed`. */
  folder: string;
  reports: Pick<ReportImport, 'take'>;
  pauseMs?: number;
  onOutcome?: (file: string, outcome: ReportOutcome | Error) => void;
}

const importedBy: ImportedBy = { actor: 'service', name: 'inbox', way: 'folder' };
/** A file that still grows is left alone until it was still for so long. */
const stillMs = 2000;

/**
 * Takes in the reports that are laid into `inbox`: what was read moves to `done`, what cannot be read to `failed`
 * with the reason in a text file beside it. A failure of the service itself (no database) leaves the file where it is.
 */
export function watchInbox(options: InboxOptions): { stop(): Promise<void> } {
  const { folder, pauseMs = 5000 } = options;
  for (const name of ['inbox', 'done', 'failed']) {
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  }
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = sweepInbox(options)
        .catch((error: Error) => options.onOutcome?.('inbox', error))
        .then(next);
    }, pauseMs).unref();
  };
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Looks through the inbox once. */
export async function sweepInbox({ folder, reports, onOutcome }: InboxOptions): Promise<void> {
  const inbox = join(folder, 'inbox');
  for (const name of (await readdir(inbox)).sort()) {
    const path = join(inbox, name);
    const found = await stat(path).catch(() => undefined);
    if (name.startsWith('.') || !found?.isFile() || Date.now() - found.mtimeMs < stillMs) continue;
    const outcome = await take(name, path, reports);
    if (outcome instanceof Error && !(outcome instanceof ReportError)) {
      onOutcome?.(name, outcome);
      continue;
    }
    const kept = `${new Date().toISOString().replace(/[:.]/g, '-')}-${name}`;
    if (outcome instanceof ReportError) {
      await writeFile(join(folder, 'failed', `${kept}.reason.txt`), `${outcome.message}\n`);
    }
    await rename(path, join(folder, outcome instanceof ReportError ? 'failed' : 'done', kept));
    onOutcome?.(name, outcome);
  }
}

async function take(
  name: string,
  path: string,
  reports: Pick<ReportImport, 'take'>,
): Promise<ReportOutcome | Error> {
  try {
    return await reports.take({ name, path }, importedBy);
  } catch (error) {
    return error as Error;
  }
}
