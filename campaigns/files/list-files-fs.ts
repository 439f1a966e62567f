import { readdirSync } from 'node:fs';

/** Names of the files in a folder of ours, where somebody may have left folders, links and sockets. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}
