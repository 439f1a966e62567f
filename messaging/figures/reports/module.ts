import { createWriteStream, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ReportError } from '../../../campaigns/tracker/report-error.ts';
import type { House } from '../../kit/house.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Module } from '../../platform/http/module.ts';
import { repeat } from '../../platform/process/repeat.ts';
import {
  type ImportedBy,
  openReportActs,
  type ReportFile,
  type ReportOutcome,
  takeReport,
} from './reports.ts';
import { storedRoutes } from './routes.ts';

/** The stores' reports and figures that HQ is given, by upload, by form and through the inbox folder. */
export function openReports({
  config,
  files,
  database,
  campaign,
  directory,
  clock,
  log,
  uploads,
  decoders,
  heldActs,
  publicWords,
}: House): Module {
  // Reports are read in real time: which of two holds is a matter of when, also while the campaign is replayed.
  const now = () => new Date();
  const sources = { database, decoders, campaign, directory, publicWords, now, today: clock.today };
  const reports = openReportActs(sources, heldActs);
  if (!files.shared) makeInboxFolders(join(config.dataDir, 'reports'));
  const inbox = watchInbox({
    files: files.room('reports'),
    take: (file, importedBy) => takeReport(reports, file, importedBy),
    onOutcome(file, outcome) {
      if (outcome instanceof Error)
        log.warn({ file, reason: outcome.message }, 'a report was not read');
      else log.info({ file, outcome: outcome.kind }, 'a report was read');
    },
  });
  return {
    name: 'reports',
    forms: storedRoutes({ reports, uploads }),
    close: inbox.stop,
  };
}

interface InboxOptions {
  /** Holds `inbox`, `done` and `failed`. */
  files: FileStore;
  /** @throws ReportError for a file that cannot be read */
  take(file: ReportFile, importedBy: ImportedBy): Promise<ReportOutcome>;
  pauseMs?: number;
  onOutcome?: (file: string, outcome: ReportOutcome | Error) => void;
}

const importedBy: ImportedBy = { actor: 'service', name: 'inbox', way: 'folder' };
/** How long a growing file has to stay unchanged before it is read. */
const stillMs = 2000;

/** Makes the folders into which and out of which people copy, where the files lie in one. */
export function makeInboxFolders(folder: string): void {
  for (const name of ['inbox', 'done', 'failed']) {
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  }
}

/**
 * Takes in the reports that are laid into `inbox`: what was read moves to `done`, what cannot be read to `failed`
 * with the reason in a text file next to it. A failure of the service itself (no database) leaves the file where it is.
 * Where several services look at one inbox, a report that two of them take counts once, as any that is given twice.
 */
function watchInbox(options: InboxOptions): { stop(): Promise<void> } {
  const { pauseMs = 5000, onOutcome } = options;
  return repeat(() => sweepInbox(options), {
    pauseMs,
    onTrouble: (error) => onOutcome?.('inbox', error),
  });
}

/** Looks through the inbox once. */
export async function sweepInbox({ files, take, onOutcome }: InboxOptions): Promise<void> {
  for (const { name: laid, changedAt } of await files.list('inbox/')) {
    const name = laid.slice('inbox/'.length);
    const isStill = Date.now() - changedAt.getTime() >= stillMs;
    if (name.startsWith('.') || name.includes('/') || !isStill) continue;
    await withCopy(files, laid, async (path) => {
      const outcome = await take({ name, path }, importedBy).catch((error: Error) => error);
      if (outcome instanceof Error && !(outcome instanceof ReportError)) {
        onOutcome?.(name, outcome);
        return;
      }
      const kept = `${new Date().toISOString().replace(/[:.]/g, '-')}-${name}`;
      if (outcome instanceof ReportError) {
        await files.put(`failed/${kept}.reason.txt`, Buffer.from(`${outcome.message}\n`));
      }
      await files.put(`${outcome instanceof ReportError ? 'failed' : 'done'}/${kept}`, { path });
      await files.delete(laid);
      onOutcome?.(name, outcome);
    });
  }
}

/** Lends a file of the store on the disk; does nothing when another service has taken it meanwhile. */
async function withCopy(
  files: FileStore,
  name: string,
  work: (path: string) => Promise<void>,
): Promise<void> {
  const found = await files.get(name);
  if (found === undefined) return;
  const folder = await mkdtemp(join(tmpdir(), 'report-'));
  try {
    const path = join(folder, 'report');
    await pipeline(found.content, createWriteStream(path, { mode: 0o600 }));
    await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
