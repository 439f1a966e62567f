import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { description, name, root, runIn, version } from './project.ts';
import { runningPackages } from './running-packages.ts';

interface Component {
  'bom-ref': string;
  group?: string;
  name: string;
  version: string;
  licenses?: unknown[];
}
interface Bill {
  serialNumber?: string;
  metadata: { timestamp?: string; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/**
 * The bill of materials: every package that an installation runs, with version, licence and checksum, in CycloneDX, for
 * people who look for known vulnerabilities.
 */
export function makeBill(epoch: number): string {
  // Of the lock file: what is installed here may be more.
  const bill = JSON.parse(
    runIn(root, 'npm', 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'),
  ) as Bill;
  const running = new Set(runningPackages().map((each) => `${each.name}@${each.version}`));
  const fullName = (component: Component) =>
    [component.group, component.name].filter(Boolean).join('/');
  bill.components = bill.components.filter((component) =>
    running.has(`${fullName(component)}@${component.version}`),
  );
  const stated = readStatedLicences();
  for (const component of bill.components) {
    const id = stated.get(fullName(component));
    if (id && !component.licenses?.length) component.licenses = [{ license: { id } }];
  }
  const kept = new Set(bill.components.map((component) => component['bom-ref']));
  kept.add(bill.metadata.component['bom-ref']);
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: dependsOn.filter((other) => kept.has(other)),
    }));
  // npm takes the name of the folder, a number of chance and the time of day.
  Object.assign(bill.metadata.component, { type: 'application', name, version, description });
  bill.metadata.timestamp = new Date(epoch * 1000).toISOString();
  delete bill.serialNumber;
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** Licences by package: those that are in a LICENSE file alone were looked up for the list of third-party packages. */
function readStatedLicences(): Map<string, string> {
  return new Map(
    readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter((cells) => cells.length === 5)
      .map(([, packageName = '', , licence = '']) => [packageName, licence]),
  );
}

/** Writes the papers of each part of a release: bill of materials, licences, and the changes of this version. */
export function writePapers(folder: string, epoch: number): void {
  mkdirSync(folder, { recursive: true });
  const changes = findChanges(version, readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
  writeFileSync(join(folder, 'sbom.json'), makeBill(epoch));
  writeFileSync(join(folder, 'CHANGELOG.md'), changes);
  writeFileSync(join(folder, 'THIRD-PARTY.md'), readFileSync(join(root, 'THIRD-PARTY.md')));
}

/** The part of the list of changes about a version, or what is not released yet. @throws when there is neither */
export function findChanges(wanted: string, list: string): string {
  const parts = list.split(/^(?=## )/m);
  const part = [`## ${wanted}`, '## Unreleased']
    .map((head) => parts.find((each) => each.startsWith(head)))
    .find((each) => each !== undefined);
  if (part === undefined) throw new Error(`Expected a part of CHANGELOG.md about ${wanted}`);
  return part.trimEnd().concat('\n');
}
