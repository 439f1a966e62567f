import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from '../../campaigns/files/whole-file-fs.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import { artworkName } from '../../campaigns/words/artwork-words.ts';
import type { Decoders, DecoderTask } from '../decoding/decoders.ts';
import { ApiError } from '../http/api-error.ts';
import type { decode, GivenStamp } from './stamp-decoder.ts';

/** Has the stamped sample of a press file made, and says what it is called below `folder`. */
export interface Stamper {
  folder: string;
  stamp(file: ManifestFile): Promise<string>;
}

const stampTask: DecoderTask<typeof decode> = {
  kind: 'sample',
  module: new URL('./stamp-decoder.ts', import.meta.url),
};
/** In whose turn all samples are made, one at a time. */
const account = 'samples';
/** So many wait for theirs; whoever comes then is asked to come again. */
const mostWaiting = 20;
const mostKept = 500;
const tryAgainSeconds = 30;

/** Samples are kept by the hash of their press file, the latest of them. */
export function createStamper({
  dataDir,
  printDir,
  now,
  decoders,
}: {
  dataDir: string;
  printDir: string;
  now: () => Date;
  decoders: Decoders;
}): Stamper {
  const folder = join(dataDir, 'stamped');
  const making = new Map<string, Promise<void>>();

  const make = async (file: ManifestFile, name: string) => {
    const given: GivenStamp = {
      path: join(printDir, file.path),
      title: `${file.nameHi}, ${artworkName(file.artwork, 'hi')}`,
      foot: `स्वीकृति के बिना न छापें। NOT FOR PRINT · ${file.path.slice(file.path.lastIndexOf('/') + 1)} · SHA-256 ${file.sha256}`,
      createdAt: now(),
    };
    const bytes = await decoders.readWhole(stampTask, given, account);
    await mkdir(folder, { recursive: true });
    await writeWholeFile(join(folder, name), Buffer.from(bytes));
    await dropOldest(folder);
  };

  return {
    folder,
    async stamp(file) {
      const name = `${file.sha256}.pdf`;
      if (existsSync(join(folder, name))) return name;
      const begun = making.get(name);
      if (begun === undefined && making.size >= mostWaiting)
        throw new ApiError('kit-under-way', { retryAfterSeconds: tryAgainSeconds });
      const made = begun ?? make(file, name).finally(() => making.delete(name));
      making.set(name, made);
      await made;
      return name;
    },
  };
}

async function dropOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= mostKept) return;
  const ages = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined);
      return { name, at: found?.mtimeMs ?? 0 };
    }),
  );
  const oldest = ages.toSorted((one, other) => one.at - other.at).slice(0, names.length - mostKept);
  for (const { name } of oldest) await rm(join(folder, name), { force: true });
}
