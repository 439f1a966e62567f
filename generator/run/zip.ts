import { type Zippable, zipSync } from 'fflate';

/** Packs files whole: press files are deflated inside already, so that they are stored. */
export function packFiles(files: readonly { name: string; data: Uint8Array }[]): Uint8Array {
  const entries: Zippable = {};
  // A fixed time keeps the archive equal byte for byte when nothing in it changed.
  const mtime = new Date(2019, 2, 27);
  for (const { name, data } of files) {
    entries[name] = [data, { level: name.endsWith('.pdf') ? 0 : 6, mtime }];
  }
  return zipSync(entries);
}
