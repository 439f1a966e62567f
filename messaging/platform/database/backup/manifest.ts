import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { WrongUse } from '../../../../campaigns/command/run-command.ts';
import { hashFile } from '../../process/hash-file.ts';
import { type BackupStore, placeBelow, recipeFileName } from './store.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.strictObject({ path: z.string().min(1), sha256 });

/** `backup.json`: what a backup holds. It is written last, so that a backup without it is unfinished. */
const backupSchema = z.strictObject({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256 })),
  tables: z.array(z.strictObject({ name: z.string(), rows: z.int().min(0), parts: z.array(file) })),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().nullable() })),
  installation: z
    .strictObject({
      id: z.uuid(),
      audit: z.strictObject({ id: z.int().min(0), hash: sha256 }),
      practice: z.boolean().default(false),
    })
    .nullable()
    .default(null)
    .describe('Whose it is, and the head of the audit log in it'),
  secretMark: z
    .string()
    .nullable()
    .default(null)
    .describe('Of the secret that encrypts second factors, which is not in it'),
  files: z.array(file).describe('Below files/, as they were below DATA_DIR'),
});

export type Backup = z.infer<typeof backupSchema>;
export type BackupFile = z.infer<typeof file>;

export const backupFileName = 'backup.json';
/** The manifest of an encrypted backup: names and counts are nobody's to read either. */
const sealedFileName = 'backup.json.enc';

/** @throws WrongUse for a folder that holds no backup at all; the reader of a damaged one tells what is wrong */
export function expectBackup(folder: string): void {
  const names = [backupFileName, recipeFileName];
  if (names.some((name) => existsSync(join(folder, name)))) return;
  throw new WrongUse(`Expected the folder of a backup, got ${folder}, which holds none`);
}

function manifestName({ encrypted }: BackupStore): string {
  return encrypted ? sealedFileName : backupFileName;
}

export async function writeManifest(store: BackupStore, backup: Backup): Promise<void> {
  await store.put(manifestName(store), Readable.from([`${JSON.stringify(backup, null, 2)}\n`]));
}

/** @throws when it is not there, not whole or of another passphrase */
export async function readManifest(store: BackupStore): Promise<Backup> {
  const { folder } = store;
  const name = manifestName(store);
  if (!existsSync(join(folder, name))) {
    throw new Error(`Expected a finished backup in ${folder}, got no ${name}`);
  }
  const json = await text(store.get(name)).catch((cause: unknown) => {
    throw new Error(
      `Expected the passphrase with which ${folder} was encrypted, got another one, or ${name} is damaged`,
      { cause },
    );
  });
  return backupSchema.parse(JSON.parse(json));
}

/**
 * Reads the manifest and checks every file against it. In an encrypted backup the manifest is authenticated, so that
 * what it says of the others is too.
 * @throws when the manifest cannot be read, a file's hash is another one, or its name leads out of the backup
 */
export async function readBackup(store: BackupStore): Promise<Backup> {
  const { folder } = store;
  const backup = await readManifest(store);
  const files = [
    ...backup.tables.flatMap(({ parts }) => parts),
    ...backup.files.map((one) => ({ ...one, path: `files/${one.path}` })),
  ];
  for (const one of files) {
    const found = await hashFile(placeBelow(folder, one.path));
    if (found !== one.sha256) {
      throw new Error(`Expected sha256 ${one.sha256} of ${one.path}, got ${found}: it is damaged`);
    }
  }
  return backup;
}
