import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createCodeReader } from '../../../generator/run/code-hash-fs.ts';
import { folderForTest } from '../../folders.ts';

let folder: string;
beforeEach(() => {
  folder = folderForTest('code-');
  put('generator/a.ts', "import { b } from './b.ts';\nconst c = await import('./c.ts');\n");
  put('generator/b.ts', "import * as hb from 'shaper/deep';\nimport { join } from 'node:path';\n");
  put('generator/c.ts', "import {\n  x,\n} from '@scope/pictures';\n");
  putPackage('node_modules/shaper', { version: '1.0.0' });
  putPackage('node_modules/@scope/pictures', {
    version: '2.0.0',
    dependencies: { codec: '^1', shaper: '^1' },
    optionalDependencies: { 'codec-for-another-machine': '1.0.0' },
  });
  putPackage('node_modules/@scope/pictures/node_modules/codec', { version: '1.1.0' });
  putPackage('node_modules/other', { version: '1.0.0' });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function putPackage(path: string, file: object): void {
  put(`${path}/package.json`, JSON.stringify(file));
}

const read = () => createCodeReader(join(folder, 'generator'))(['a.ts']);

test('packages are followed from static and dynamic imports down to what they depend on', () => {
  expect(read().packages).toEqual(['@scope/pictures@2.0.0', 'codec@1.1.0', 'shaper@1.0.0']);
});

test.each([
  ['a package', 'node_modules/shaper', { version: '1.0.1' }, true],
  [
    'what a package depends on',
    'node_modules/@scope/pictures/node_modules/codec',
    { version: '1.1.1' },
    true,
  ],
  ['a package that is not imported', 'node_modules/other', { version: '9.0.0' }, false],
])('an upgrade of %s (%s) tells', (_, path, file, tells) => {
  const before = read().hash;
  putPackage(path, file);
  expect(read().hash !== before).toBe(tells);
});

test.each([
  ['print/press-file.ts', 'harfbuzzjs'],
  ['raster/raster.ts', 'sharp'],
  ['run/ticket.ts', 'harfbuzzjs'],
])('the code behind %s hangs on %s', (source, name) => {
  const code = createCodeReader(join(import.meta.dirname, '../../../generator'));
  const { packages } = code(['run/stamp.ts', source]);
  expect(packages.some((entry) => entry.startsWith(`${name}@`))).toBe(true);
});
