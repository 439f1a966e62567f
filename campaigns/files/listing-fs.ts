import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Reads a list of files that was made. One that is not whole, as a power cut may leave it, counts as not made, so that
 * the next run makes it again.
 * @returns undefined when it is not there, not whole or of another form
 */
export function readListing<T>(path: string, schema: z.ZodType<T>): T | undefined {
  return unlessBroken(() => schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data);
}

const listStart = '\n  "files": [\n';
const listEnd = '\n  ]\n}\n';

/**
 * Reads a list that has one file a line, by the lines' bytes. Those that are known are not parsed again: a list of a whole kit
 * takes 200 ms, while which nothing else is answered, and a run changes a few of its lines.
 * @returns undefined also when it is not written so
 */
export function readListedLines<T>(
  path: string,
  schema: z.ZodType<T>,
  known: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> | undefined {
  return unlessBroken(() => {
    const text = readFileSync(path, 'latin1');
    const start = text.indexOf(listStart);
    if (start < 0 || !text.endsWith(listEnd)) return undefined;
    const lines = text.slice(start + listStart.length, -listEnd.length).split(',\n');
    const parse = (line: string) =>
      schema.parse(JSON.parse(Buffer.from(line, 'latin1').toString('utf8')));
    return new Map(
      lines.filter((line) => line !== '').map((line) => [line, known.get(line) ?? parse(line)]),
    );
  });
}

function unlessBroken<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError)
      return undefined;
    throw error;
  }
}
