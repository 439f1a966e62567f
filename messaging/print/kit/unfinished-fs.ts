import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../../campaigns/files/sync-fs.ts';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import type { Published } from '../../../campaigns/published-fs.ts';

/** The mark of what files and pages have to follow; undefined once they do. */
export interface Unfinished {
  read(): string | undefined;
  note(mark: string): Promise<void>;
  clear(): void;
}

/** Kept in the data folder, so that after a crash whichever process is there goes on with what was begun. */
export function openUnfinished({ campaignFile }: Published): Unfinished {
  const file = join(dirname(campaignFile), '.unfinished');
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    async note(mark) {
      await makeFolder(dirname(file));
      await writeWholeFile(file, mark);
    },
    clear: () => rmSync(file, { force: true }),
  };
}
