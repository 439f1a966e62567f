import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import { rgbLimitBytes } from '../raster/rgb-limit.ts';
import type { NamedDeviation, PressChecker } from './check-press.ts';
import type { Expected } from './expected.ts';

/** Checks files of a folder: all for their hash, PDFs for what they must be. */
export function createFileChecker(context: {
  folder: string;
  expectationOf: (file: ManifestFile) => Expected | string | undefined;
  checker: PressChecker;
}): (entry: ManifestFile) => Promise<Finding[]> {
  const { folder, expectationOf, checker } = context;

  const check = async (entry: ManifestFile): Promise<NamedDeviation[]> => {
    const bytes = readIfThere(join(folder, entry.path));
    if (bytes === undefined) return [{ rule: 'file', expected: 'the file', found: 'none' }];
    const deviations = compare(bytes, entry);
    if (entry.format === 'rgb') return [...deviations, ...checkSize(bytes)];
    if (entry.format === 'proof') return [...deviations, ...checker.checkAny(bytes)];
    if (entry.format !== 'pdf') return deviations;
    const expected = expectationOf(entry);
    if (typeof expected === 'string') {
      const known = { rule: 'directory', expected: 'a station of the directory', found: expected };
      return [...deviations, known];
    }
    const more =
      expected === undefined
        ? checker.checkAny(bytes)
        : await checker.checkPress(bytes, entry, expected);
    return [...deviations, ...more];
  };

  return async (entry) =>
    (await check(entry)).map(({ rule, expected, found, page = null }) => ({
      severity: 'fault',
      rule,
      district: entry.district,
      file: entry.path,
      page,
      expected,
      found,
    }));
}

/** The file is the one that the manifest lists, byte for byte. */
function compare(bytes: Uint8Array, entry: ManifestFile): NamedDeviation[] {
  if (bytes.length !== entry.bytes) {
    return [{ rule: 'file', expected: `${entry.bytes} bytes`, found: `${bytes.length}` }];
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 === entry.sha256) return [];
  return [{ rule: 'file', expected: `sha256 ${entry.sha256}`, found: sha256 }];
}

/** A messenger squeezes what is larger, and the code in it with it. */
function checkSize({ length }: Uint8Array): NamedDeviation[] {
  if (length <= rgbLimitBytes) return [];
  return [{ rule: 'file', expected: `at most ${rgbLimitBytes} bytes`, found: `${length}` }];
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** One thing that is not as it must be, as it is reported. A fault stops the printing, a warning asks for a look. */
export interface Finding {
  readonly severity: 'fault' | 'warning';
  readonly rule: string;
  readonly district: string;
  /** Relative to the manifest; null for what is about no file. */
  readonly file: string | null;
  readonly page: number | null;
  readonly expected: string;
  readonly found: string;
}
