import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderForTest } from '../folders.ts';
import { findUnwalkedTags, noteWalk, writeTagMessage } from './walked.ts';

const root = join(import.meta.dirname, '..', '..');

test('what was not walked, or is not what was walked, cannot be tagged', () => {
  const release = folderForTest('release-');
  writeFileSync(join(release, 'a.deb'), 'walked');
  expect(() => writeTagMessage(release)).toThrow(/Expected the note of a walk at .*walked\.json/);
  noteWalk(release);
  const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  expect(writeTagMessage(release)).toContain(`Walked: ${head}\n`);
  writeFileSync(join(release, 'a.deb'), 'another');
  expect(() => writeTagMessage(release)).toThrow(/the files that were walked through, got others/);
});

test('a tag that was made by hand is told, and so is a walk of another commit', () => {
  const folder = folderForTest('tags-');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.in', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  git('init', '-q');
  git('commit', '-q', '--allow-empty', '-m', 'one');
  const one = git('rev-parse', 'HEAD');
  git('tag', 'v1.0.0', '-a', '-m', `Walked: ${one}`);
  git('commit', '-q', '--allow-empty', '-m', 'two');
  git('tag', 'v1.1.0', '-a', '-m', `Walked: ${one}`);
  git('tag', 'v1.2.0');
  git('tag', 'other');
  const told = findUnwalkedTags(folder);
  expect(told.map((line) => line.split(' ')[0])).toEqual(['v1.1.0', 'v1.2.0']);
  const release = folderForTest('release-');
  writeFileSync(join(release, 'a.deb'), 'walked');
  noteWalk(release);
  expect(() => writeTagMessage(release, folder)).toThrow(/Expected a walk of commit/);
});
