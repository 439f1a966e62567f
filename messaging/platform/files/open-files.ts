import { join } from 'node:path';
import type { FileRoom, FileStore } from './file-store.ts';
import { openFolderFiles } from './folder-files-fs.ts';

/** Where an installation keeps its files. */
export interface Files {
  room(name: FileRoom): FileStore;
  /** Other machines see the same files. */
  shared: boolean;
  close(): void;
}

/** The store that `FILES_URL` names, or the data folder of this machine. */
export async function openFiles(options: {
  url?: string | undefined;
  dataDir: string;
}): Promise<Files> {
  const { url, dataDir } = options;
  if (url === undefined) {
    return {
      room: (name) => openFolderFiles(join(dataDir, name)),
      shared: false,
      close: () => {},
    };
  }
  // Some megabytes of code that an installation on one machine has no use for.
  const { createS3Client, openS3Files, readS3Place } = await import('./s3-files.ts');
  const place = readS3Place(url);
  const client = createS3Client(place);
  return {
    room: (name) => openS3Files(client, { ...place, prefix: `${place.prefix}${name}/` }),
    shared: true,
    close: () => client.destroy(),
  };
}
