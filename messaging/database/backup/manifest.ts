import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.strictObject({ path: z.string().min(1), sha256 });

/** `backup.json`: what a backup holds. It is written last, so that a backup without it is unfinished. */
const backupSchema = z.strictObject({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256 })),
  tables: z.array(z.strictObject({ name: z.string(), rows: z.int().min(0), parts: z.array(file) })),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().nullable() })),
  files: z.array(file).describe('Below files/, as they were below DATA_DIR'),
});

export type Backup = z.infer<typeof backupSchema>;
export type BackupFile = z.infer<typeof file>;

export const backupFileName = 'backup.json';

/** @throws when it is not there, not whole, or a file's hash is another one than on the day of the backup */
export async function readBackup(folder: string): Promise<Backup> {
  const path = join(folder, backupFileName);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`Expected a finished backup in ${folder}, got no ${backupFileName}`, { cause });
  });
  const backup = backupSchema.parse(JSON.parse(text));
  const files = [
    ...backup.tables.flatMap(({ parts }) => parts),
    ...backup.files.map((one) => ({ ...one, path: join('files', one.path) })),
  ];
  for (const one of files) {
    const found = await hashFile(join(folder, one.path));
    if (found !== one.sha256) {
      throw new Error(`Expected sha256 ${one.sha256} of ${one.path}, got ${found}: it is damaged`);
    }
  }
  return backup;
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
