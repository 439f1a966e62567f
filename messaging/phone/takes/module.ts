import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { recordingScripts } from '../../../campaigns/channels/radio/script.ts';
import { makeFolder } from '../../../campaigns/files/sync-fs.ts';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import type { House } from '../../kit/house.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { hashFile } from '../../platform/process/hash-file.ts';
import { createCurrentTakes, type MasteredTake } from './current-takes.ts';
import { openAir } from './held-takes.ts';
import { takeFileName } from './master.ts';
import { publicTakeRoutes } from './public-routes.ts';
import { createRecordedPrompts, type RecordedPrompts } from './recorded-prompts.ts';
import { takeRoutes } from './routes.ts';

/** Recordings, and the prompts that calls play of them. */
export interface Takes extends Module {
  prompts: RecordedPrompts;
}

/** Recordings of radio spots, of the call's prompts and of the film's voice: uploaded, checked, mastered, played. */
export function openTakes({
  config,
  files,
  database,
  campaign,
  registry,
  uploads,
  decoders,
  log,
  heldActs,
}: House): Takes {
  const code = registry().codeFor({ scope: 'state' }, 'radio');
  const scripts = recordingScripts(campaign, code);
  const naming = { campaign, code };
  const store = files.room('takes');
  const laid = createLaidTakes({ printDir: config.printDir, store, scripts });
  const current = createCurrentTakes({
    database: database.pool,
    scripts,
    onRead: (takes) => laid.lay(takes),
    onTrouble: (error) => log.warn(error, 'takes are not read'),
  });
  const air = openAir({ heldActs }, scripts, current.refresh);
  const shared = { database, scripts, store, naming };
  return {
    name: 'takes',
    prompts: createRecordedPrompts(current, config.publicUrl),
    register({ direct, forms }) {
      addRoutes(direct, publicTakeRoutes({ ...shared, current }));
      addRoutes(
        forms,
        takeRoutes({
          ...shared,
          decoders,
          uploads,
          printDir: config.printDir,
          onChanged: current.refresh,
          heldActs,
          air,
          heldAnswer: heldActs.answer,
        }),
      );
    },
    close: current.close,
  };
}

/**
 * Keeps `radio/takes/<script>.wav` of the print folder as the current takes are, on every machine: the film's generator
 * looks for its voice there.
 */
function createLaidTakes(options: {
  printDir: string;
  store: FileStore;
  scripts: readonly { id: string }[];
}): { lay(takes: ReadonlyMap<string, MasteredTake>): Promise<void> } {
  const { printDir, store, scripts } = options;
  const folder = join(printDir, 'radio', 'takes');
  /** The take that is there, as far as this process knows. */
  const laid = new Map<string, string | null>();

  async function layOne(id: string, take: MasteredTake | undefined): Promise<void> {
    const path = join(folder, `${id}.wav`);
    if (take === undefined) return rm(path, { force: true });
    if ((await hashIfThere(path)) === take.master.files.master.sha256) return;
    const file = await store.get(`${take.key}/${takeFileName('master')}`);
    if (file === undefined) throw new Error(`Expected the master of take ${take.id}, got none`);
    await makeFolder(folder);
    await writeWholeFile(path, file.content);
  }
  return {
    async lay(takes) {
      for (const { id } of scripts) {
        const take = takes.get(id);
        const key = take?.key ?? null;
        if (laid.get(id) === key) continue;
        await layOne(id, take);
        laid.set(id, key);
      }
    },
  };
}

/** Undefined for a file that does not exist. */
async function hashIfThere(path: string): Promise<string | undefined> {
  try {
    return await hashFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
