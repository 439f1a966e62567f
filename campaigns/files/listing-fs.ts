import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/**
 * Reads a list of files that was made. One that is not whole, as a power cut may leave it, counts as not made, so that
 * the next run makes it again.
 * @returns undefined when it is not there, not whole or of another form
 */
export function readListing<T>(path: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
