import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isWanted } from '../../../assets/deploy/release/stage.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const packages = join(root, 'node_modules');

/** Name of a package, and the path of a file in it. */
function splitPath(path: string): [name: string, file: string] {
  const [, name = '', file = ''] = /^((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(path) ?? [];
  return [name, file];
}

test('a release has each file of a package that a program imports or opens', () => {
  const sources = execFileSync(
    'git',
    ['ls-files', 'campaigns', 'generator', 'messaging', 'site', 'assets/deploy'],
    { cwd: root, encoding: 'utf8' },
  );
  const files = sources.split('\n').filter((path) => /\.(ts|tsx|astro|css)$/.test(path));
  const named = files.flatMap((path) =>
    [
      ...readFileSync(join(root, path), 'utf8').matchAll(
        /(?:from |import |import\(|resolve\(|url\()['"]([@a-z][^'"?]*)/g,
      ),
    ].map(([, specifier = '']) => specifier),
  );
  const known = [...new Set(named)].flatMap((specifier) => {
    const [name = ''] = /^(?:@[^/]+\/)?[^/]+/.exec(specifier) ?? [];
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return name in dependencies ? [specifier] : [];
  });
  expect(known.length).toBeGreaterThan(60);
  const paths = known
    .map((specifier) => relative(packages, fileURLToPath(import.meta.resolve(specifier))))
    // Types alone.
    .filter((path) => !path.endsWith('.d.ts'));
  // Loaded by a package of ours.
  paths.push('libheif-js/libheif-wasm/libheif-bundle.js');
  expect(paths.filter((path) => !isWanted(...splitPath(path)))).toEqual([]);
});

test.each([
  ['docx', 'dist/index.umd.cjs', false],
  ['astro', 'CHANGELOG.md', false],
  ['astro', 'LICENSE.md', true],
  ['bintrees', 'test/perf/100k', false],
  ['esbuild', 'bin/esbuild', false],
  ['@fontsource/mukta', 'files/mukta-latin-400-normal.woff', false],
  ['yaml', 'dist/doc/Document.js', true],
])('of %s %s is in a release: %s', (name, file, isIn) => {
  expect(isWanted(name, file)).toBe(isIn);
});
