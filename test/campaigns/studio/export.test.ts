import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { campaignFolder, loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { publishedIn } from '../../../campaigns/published-fs.ts';
import { exportCampaign } from '../../../campaigns/studio/export-fs.ts';
import { editYaml } from '../../../campaigns/studio/export-yaml.ts';
import { openFolder } from '../../folders.ts';

const folder = openFolder('export-');
const published = publishedIn(folder);
const repository = loadCampaign('up-cop');
const read = (file: string, from = campaignFolder('up-cop')) =>
  readFileSync(join(from, file), 'utf8');
const publish = (fields: object) => {
  mkdirSync(join(folder, 'published'), { recursive: true });
  writeFileSync(published.campaignFile, stringify(fields));
};
/** Lines of a file that the other one does not have. */
const added = (after: string, before: string) => {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line));
};

test('with nothing published the files are the repository’s to the last byte', () => {
  const out = join(folder, 'same');
  expect(exportCampaign('up-cop', published, out)).toEqual([]);
  for (const file of ['campaign.yaml', 'copy.yaml', 'services.yaml', 'vehicles.yaml'])
    expect(read(file, out)).toBe(read(file));
});

test('what was published is written back, loads as the same campaign, and changes the lines that were edited', () => {
  const { copy, goal, helpLines, links, vehicles } = repository;
  publish({
    version: '2.7',
    versionDate: '2026-12-01',
    copy: { ...copy, headline: { hi: 'थाना, अब मोबाइल में: देखें', en: 'The station on your phone' } },
    links: { ...links, host: 'UPCOP.IN' },
    helpLines: helpLines.slice(1),
    vehicles: vehicles && { ...vehicles, models: vehicles.models.toReversed() },
    goals: [{ ...goal, downloads: 500_000, endsOn: '2026-12-31' }],
  });
  const out = join(folder, 'edited');
  const written = ['campaign.yaml', 'copy.yaml', 'vehicles.yaml'];
  expect(exportCampaign('up-cop', published, out)).toEqual(written);
  expect(loadCampaign(out)).toEqual(loadCampaign('up-cop', published));
  expect(added(read('copy.yaml', out), read('copy.yaml'))).toEqual([
    '  headline: { hi: "थाना, अब मोबाइल में: देखें", en: The station on your phone }',
  ]);
  const lines = added(read('campaign.yaml', out), read('campaign.yaml'));
  expect(lines).toContain('version: "2.7"');
  expect(lines).toContain('versionDate: 2026-12-01');
  expect(lines).toContain('  host: UPCOP.IN');
  // A comment of a field that is rewritten is lost, all others stay.
  expect(read('campaign.yaml', out)).toContain('# The host must answer /Q<CODE>.');
  // Exported once more into itself it stays.
  const again = join(folder, 'again');
  cpSync(out, again, { recursive: true });
  expect(exportCampaign(again, publishedIn(join(folder, 'nothing')), again)).toEqual([]);
});

test('a single value keeps its comment and its place; another shape is rewritten', () => {
  const rest = 'b: |\n  long\n  words\nc: end\n';
  const text = `a: # why\n  - { x: 1, y: "2" } # one\n  - { x: 3, y: four }\n${rest}`;
  const one = { x: 1, y: 'two' };
  const three = { x: 3, y: 'five' };
  expect(editYaml(text, { a: [one, three] })).toBe(
    `a: # why\n  - { x: 1, y: "two" } # one\n  - { x: 3, y: five }\n${rest}`,
  );
  const edited = editYaml(text, { b: 'short', a: [{ x: 1 }], d: true });
  expect(parse(edited)).toEqual({ a: [{ x: 1 }], b: 'short', c: 'end', d: true });
});

test('a published campaign that does not fit is not exported, and its field is named', () => {
  publish({ goal: { ...repository.goal, downloads: -1 } });
  expect(() => exportCampaign('up-cop', published, join(folder, 'wrong'))).toThrow(
    /published\/campaign\.yaml: goal\.downloads/,
  );
});
