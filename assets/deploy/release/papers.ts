import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBill } from './bill.ts';
import { root, version } from './project.ts';

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
