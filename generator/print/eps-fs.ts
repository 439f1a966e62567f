import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * One page of a press file as EPS, for shops whose CorelDRAW takes no PDF/X-4: outlines and inks stay, marks and slug too.
 * @throws when Ghostscript is not installed
 */
export async function pressToEps(parts: readonly Uint8Array[], page: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'eps-'));
  const pdf = join(folder, 'press.pdf');
  const eps = join(folder, 'press.eps');
  try {
    await writeFile(pdf, Buffer.concat(parts));
    const pages = [`-dFirstPage=${page}`, `-dLastPage=${page}`];
    await run('gs', [
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-dSAFER',
      '-sDEVICE=eps2write',
      ...pages,
      `-sOutputFile=${eps}`,
      pdf,
    ]);
    // Ghostscript writes the minute in; equal artwork gives equal files.
    const text = await readFile(eps, 'latin1');
    return Buffer.from(text.replace(/^%%CreationDate: .*$/m, '%%CreationDate: '), 'latin1');
  } catch (cause) {
    throw new Error('Expected Ghostscript (gs) to write an EPS: npm run setup installs it', {
      cause,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
