import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const program = join(import.meta.dirname, '..', '..', 'assets', 'deploy', 'release.mjs');

test('a release has a bill of materials: what runs, with licences, and nothing that only tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  execFileSync(process.execPath, [program, folder], { stdio: 'pipe' });
  const bill = JSON.parse(readFileSync(join(folder, 'sbom.json'), 'utf8'));
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'up-cop-outreach', type: 'application' } },
  });
  const components = bill.components as { name: string; version: string; licenses?: unknown[] }[];
  const names = components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['fastify', 'pg', 'better-auth', 'bull']));
  expect(names).not.toContain('knip');
  const { dependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
  ) as { dependencies: Record<string, string> };
  for (const [name, version] of Object.entries(dependencies)) {
    const scope = name.startsWith('@') ? name.split('/') : [name];
    const own = components.find(
      (component) => [name, scope.at(-1)].includes(component.name) && component.version === version,
    );
    expect(own?.licenses, name).not.toHaveLength(0);
    expect(own, name).toBeDefined();
  }
});
