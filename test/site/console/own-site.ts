import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptySite } from '../site-fixture.ts';
import { type ConsoleService, startConsole } from './console-fixture.ts';

/** A console that publishes: sites and files are rebuilt, in copies that other files of the run do not see. */
export async function startPublishingConsole(): Promise<ConsoleService> {
  const folder = mkdtempSync(join(tmpdir(), 'own-site-'));
  const siteDir = join(folder, 'dist');
  cpSync((await emptySite()).folder, siteDir, { recursive: true });
  const service = await startConsole({}, { siteDir });
  return {
    ...service,
    async close() {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
