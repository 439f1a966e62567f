import { readFile } from 'node:fs/promises';
import { expectFile } from '../../../../campaigns/command/run-command.ts';

const leastLength = 12;

/** The passphrase of a key file, or the one of the environment; undefined without either. */
export async function readPassphrase(options: {
  keyFile: string | undefined;
  passphrase: string | undefined;
}): Promise<string | undefined> {
  if (options.keyFile === undefined) return options.passphrase;
  expectFile(options.keyFile);
  const text = (await readFile(options.keyFile, 'utf8')).trim();
  if (text.length < leastLength) {
    throw new Error(
      `Expected a passphrase of at least ${leastLength} characters in ${options.keyFile}, got ${text.length}`,
    );
  }
  return text;
}
