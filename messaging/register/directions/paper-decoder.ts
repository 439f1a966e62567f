import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { paperType } from './paper-type.ts';

/** Reads the type and hash of a paper. It is kept as it came, and unpacked by nobody here. */
export async function decode({ path }: { path: string }) {
  const bytes = readFileSync(path);
  return { type: paperType(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}
