// npm run release: what goes with a released version, in dist-release/. Today that is the bill of materials: every package
// that an installation runs, with version, licence and checksum, in CycloneDX, for whoever looks for known vulnerabilities.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = process.argv[2] ?? join(root, 'dist-release');
const { name, version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// Of the lock file: what is installed here may be more. Not --omit dev: npm then leaves out packages that run, too.
const found = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const bill = JSON.parse(found);
const onlyForWork = ({ properties = [] }) =>
  properties.some(
    ({ name: key, value }) => key === 'cdx:npm:package:development' && value === 'true',
  );
bill.components = bill.components.filter((component) => !onlyForWork(component));
// What a package states in its LICENSE file alone was looked up for the list of third-party packages.
const stated = new Map(
  readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 5)
    .map(([, packageName, , licence]) => [packageName, licence]),
);
for (const component of bill.components) {
  const id = stated.get([component.group, component.name].filter(Boolean).join('/'));
  if (id && !component.licenses?.length) component.licenses = [{ license: { id } }];
}
const kept = new Set(bill.components.map((component) => component['bom-ref']));
kept.add(bill.metadata.component['bom-ref']);
bill.dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
// npm takes the name of the folder.
Object.assign(bill.metadata.component, { type: 'application', name, version, description });

mkdirSync(folder, { recursive: true });
const path = join(folder, 'sbom.json');
writeFileSync(path, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${path}: ${bill.components.length} packages of ${name} ${version}`);
