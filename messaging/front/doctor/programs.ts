import { execFile } from 'node:child_process';
import { accessSync } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { fontPath } from '../../../campaigns/typesetting/font-files-fs.ts';
import { scriptNames } from '../../../campaigns/typesetting/scripts.ts';
import { act, type DoctorContext, good } from './finding.ts';

const run = promisify(execFile);
const limitMs = 5000;

/** Fonts of every script. @param paths others, for a test */
export async function checkFonts(_context: DoctorContext, paths = listFonts()) {
  for (const path of paths) {
    try {
      accessSync(path);
    } catch {
      return act('missing', basename(path));
    }
  }
  return good(String(paths.length));
}

function listFonts(): string[] {
  const paths = scriptNames.flatMap((script) =>
    ([400, 500, 700, 800] as const).map((weight) => fontPath(weight, script)),
  );
  return [...new Set(paths)];
}

export async function checkFfmpeg({ env }: DoctorContext) {
  try {
    const { stdout } = await run('ffmpeg', ['-version'], { timeout: limitMs, env: { ...env } });
    return good(stdout.split(/\s/).find((word) => /^\d/.test(word)) ?? 'found');
  } catch {
    return act('missing');
  }
}
