import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runIn } from '../../assets/deploy/release/project.ts';
import { told } from './report.ts';

/** What a walk leaves beside the files that it walked through. */
interface Walk {
  commit: string;
  /** Sums of package, bundle and image. */
  files: Record<string, string>;
  log: string[];
}
const fileName = 'walked.json';
/** The line of a tag that names the commit whose release was walked. */
export const mark = 'Walked: ';

const readCommit = (folder = root) => runIn(folder, 'git', 'rev-parse', 'HEAD').trim();

function sumFiles(release: string): Record<string, string> {
  const files = readdirSync(release).filter((file) => /\.(deb|tar)$/.test(file));
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(release, file)))
        .digest('hex'),
    ]),
  );
}

/** Keeps what was walked, for the tag. */
export function noteWalk(release: string): void {
  const walk: Walk = { commit: readCommit(), files: sumFiles(release), log: told };
  writeFileSync(join(release, fileName), `${JSON.stringify(walk, null, 2)}\n`);
}

/** The message of a tag of what was walked. @throws where it was not, or is not what is to be tagged */
export function writeTagMessage(release: string, folder = root): string {
  const path = join(release, fileName);
  if (!existsSync(path))
    throw new Error(
      `Expected the note of a walk at ${path}, got none: npm run test:release -- ${release}`,
    );
  const { commit, files, log } = JSON.parse(readFileSync(path, 'utf8')) as Walk;
  const present = readCommit(folder);
  if (commit !== present)
    throw new Error(`Expected a walk of commit ${present}, got one of ${commit}`);
  if (JSON.stringify(files) !== JSON.stringify(sumFiles(release)))
    throw new Error(`Expected in ${release} the files that were walked through, got others`);
  const sums = Object.entries(files).map(([file, sum]) => `${sum}  ${file}`);
  return [`${mark}${commit}`, '', ...sums, '', ...log, ''].join('\n');
}

/** Tags of releases that do not say that their own commit was walked. */
export function findUnwalkedTags(folder = root): string[] {
  const format =
    '--format=%(refname:short) %(*objectname)%(if)%(*objectname)%(then)%(else)%(objectname)%(end)';
  const tags = runIn(folder, 'git', 'tag', '--list', 'v*', format)
    .trim()
    .split('\n')
    .filter(Boolean);
  return tags.filter((line) => {
    const [tag = '', commit = ''] = line.split(' ');
    const message = runIn(folder, 'git', 'tag', '--list', tag, '--format=%(contents)');
    return !message.includes(`${mark}${commit}`);
  });
}
