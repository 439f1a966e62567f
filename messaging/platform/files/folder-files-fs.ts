import { randomUUID } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { link, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { makeFolder } from '../../../campaigns/files/sync-fs.ts';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import { checkFileName, type FileStore, type StoredFile } from './file-store.ts';

const privateFile = 0o600;
const unfinished = '.partial';

/** Files in a folder, which all processes of a machine share. */
export function openFolderFiles(folder: string): FileStore {
  const toPath = (name: string) => {
    checkFileName(name);
    return join(folder, name);
  };

  return {
    async put(name, content, { onlyNew = false } = {}) {
      const path = toPath(name);
      await makeFolder(dirname(path));
      // Before the stream is opened, which would tell of a missing file by an event.
      if (!(content instanceof Uint8Array)) await stat(content.path);
      const source = content instanceof Uint8Array ? content : createReadStream(content.path);
      if (!onlyNew) {
        await writeWholeFile(path, source, privateFile);
        return true;
      }
      const draft = `${path}.${randomUUID()}${unfinished}`;
      try {
        await writeWholeFile(draft, source, privateFile);
        // A link is made whole or not at all, and only by the first of several processes.
        await link(draft, path);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
      } finally {
        await rm(draft, { force: true });
      }
    },
    async get(name, part) {
      const file = await unlessGone(open(toPath(name), 'r'));
      if (file === undefined) return undefined;
      const stats = await file.stat();
      return { ...describe(name, stats), content: file.createReadStream(part) };
    },
    async head(name) {
      const stats = await unlessGone(stat(toPath(name)));
      return stats?.isFile() ? describe(name, stats) : undefined;
    },
    async delete(name) {
      await rm(toPath(name), { force: true });
    },
    async list(prefix) {
      // Only the folder that the prefix names is walked.
      const inside = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '';
      const start = inside === '' ? folder : toPath(inside);
      const entries = await unlessGone(readdir(start, { withFileTypes: true, recursive: true }));
      const names = (entries ?? [])
        .filter((entry) => entry.isFile() && !entry.name.endsWith(unfinished))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .filter((name) => name.startsWith(prefix));
      const found = await Promise.all(names.sort().map((name) => this.head(name)));
      return found.filter((file) => file !== undefined);
    },
  };
}

function describe(name: string, { ino, size, mtimeMs, mtime }: Stats): StoredFile {
  // A file that is replaced is another file on the disk.
  const etag = `"${ino.toString(36)}-${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}"`;
  return { name, bytes: size, etag, changedAt: mtime };
}

async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
