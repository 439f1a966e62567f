import { beforeEach, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import type { Manifest, ManifestFile } from '../../../campaigns/manifest.ts';
import { openJournal } from '../../../generator/run/journal-fs.ts';
import { listEntries, readManifest } from '../../../generator/run/manifest-fs.ts';
import type { Plan, Planned } from '../../../generator/run/plan.ts';
import { finishRun } from '../../../generator/run/run.ts';
import { folderForTest } from '../../folders.ts';

let out: string;
beforeEach(() => {
  out = folderForTest('settle-');
});

const campaign = loadCampaign('up-cop');
const path = (name: string) => `shamli/${name}/shamli-${name}-board.pdf`;

function planned(name: string, inputs: string, nameHi: string): Planned {
  return {
    target: { path: path(name), inputs },
    entry: {
      district: 'shamli',
      station: name,
      nameHi,
      artwork: 'board',
      format: 'pdf',
      path: path(name),
      widthMm: 1,
      heightMm: 1,
      code: null,
      url: null,
    },
  };
}
const made = (name: string, inputs: string, sha256: string) => ({
  path: path(name),
  inputs,
  bytes: 1,
  sha256: sha256.repeat(64),
});

test('what was made from older inputs is no file of today', () => {
  const journal = openJournal(out);
  journal.append([made('kairana', 'old', 'a'), made('kandhla', 'new', 'b')]);
  const today = ['kairana', 'kandhla', 'thana-bhawan'].map((name) => planned(name, 'new', 'नया'));
  expect(listEntries(today, journal).map((entry) => entry.path)).toEqual([path('kandhla')]);
});

test('a run that was cut off says of files that it did not reach what was true of them before', () => {
  const old = (name: string, sha256: string): ManifestFile => ({
    ...planned(name, 'old', 'पुराना').entry,
    bytes: 1,
    sha256: sha256.repeat(64),
  });
  const earlier: Manifest = {
    campaign: 'up-cop',
    files: [old('kairana', 'a'), old('kandhla', 'b')],
  };
  const journal = openJournal(out);
  journal.append([made('kairana', 'old', 'a'), made('kandhla', 'new', 'c')]);
  const today = ['kairana', 'kandhla', 'thana-bhawan'].map((name) => planned(name, 'new', 'नया'));
  const plan = {
    stations: [{ station: { district: 'shamli', id: 'kairana' }, planned: today }],
    districts: [],
  } as unknown as Plan;
  finishRun({ campaign, plan, journal, earlier, out, whole: true, complete: false });
  expect(readManifest(out)?.files.map((file) => [file.path, file.nameHi, file.sha256[0]])).toEqual([
    [path('kairana'), 'पुराना', 'a'],
    [path('kandhla'), 'नया', 'c'],
  ]);
});
