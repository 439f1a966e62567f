import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findChanges, writePapers } from '../../../assets/deploy/release/bill.ts';
import { root } from '../../../assets/deploy/release/project.ts';
import { runningPackages } from '../../../assets/deploy/release/running-packages.ts';
import { openFolder } from '../../folders.ts';

const moment = 1_795_900_000;

const papers = write();

function write(): string {
  const folder = openFolder('release-');
  writePapers(folder, moment);
  return folder;
}

test('a release has a bill of materials: what runs, with licences, and nothing that only tests', () => {
  const bill = JSON.parse(readFileSync(join(papers, 'sbom.json'), 'utf8'));
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'up-cop-outreach', type: 'application' } },
  });
  const components = bill.components as { name: string; version: string; licenses?: unknown[] }[];
  const names = components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['fastify', 'pg', 'better-auth', 'bull']));
  expect(names.filter((name) => ['knip', 'vitest', 'typescript'].includes(name))).toEqual([]);
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const [name, version] of Object.entries(dependencies)) {
    const scope = name.startsWith('@') ? name.split('/') : [name];
    const own = components.find(
      (component) => [name, scope.at(-1)].includes(component.name) && component.version === version,
    );
    expect(own?.licenses, name).not.toHaveLength(0);
    expect(own, name).toBeDefined();
  }
});

test('its papers are the same bytes whenever they are written, and name licences and changes', () => {
  const other = write();
  for (const file of ['CHANGELOG.md', 'THIRD-PARTY.md', 'sbom.json'])
    expect(readFileSync(join(papers, file)).equals(readFileSync(join(other, file))), file).toBe(
      true,
    );
  expect(readdirSync(other)).toHaveLength(3);
});

test('its list of changes is that of its version, else what is not released yet', () => {
  const list = '# Changes\n\n## Unreleased\n\n- New.\n\n## 1.1.0\n\n- Old.\n';
  expect(findChanges('1.1.0', list)).toBe('## 1.1.0\n\n- Old.\n');
  expect(findChanges('1.2.0', list)).toBe('## Unreleased\n\n- New.\n');
  expect(() => findChanges('1.2.0', '# Changes\n')).toThrow('Expected a part of CHANGELOG.md');
});

test('what a release takes along of the packages is what is reached from the dependencies', () => {
  const packages = runningPackages();
  const paths = packages.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['node_modules/node', 'node_modules/fastify']));
  expect(paths.filter((path) => /vitest|biome|playwright|typescript/.test(path))).toEqual([]);
  const missing = packages.filter(
    ({ path, optional }) => !optional && !existsSync(join(root, path)),
  );
  expect(missing).toEqual([]);
});
