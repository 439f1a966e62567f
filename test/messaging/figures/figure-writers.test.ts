import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { loadProgress } from '../../../messaging/figures/progress/progress-data.ts';
import type { Queryable } from '../../../messaging/platform/database/transaction.ts';
import { answeredDirections } from '../../../messaging/register/directions/answered.ts';
import { openPostgres } from '../fixtures/databases.ts';

const root = join(import.meta.dirname, '../../..');
const machine = 'no officer: requests of phones and programs, each counted once';
const pictures = 'pictures that the service judges itself; a doubtful one is before the zone';
const cleared = 'files and numbers that are deleted leave the counts as they are';
const blast = 'figures of blasts come from gateways; an approval is the seal of two officers';

/**
 * Files that write into what the public figures are read from, and what judges them; a held act by its kind. Nobody adds a door
 * to a figure without a line here. Practice writes into a database of its own.
 */
const judges: Record<string, string> = {
  'activity field/activities/activities-sql.ts': 'held act activity',
  'activity field/activities/attachments-sql.ts': cleared,
  'activity field/activities/photos-sql.ts': cleared,
  'activity_version field/activities/activities-sql.ts': 'held act activity',
  'blast phone/blasts/blasts-sql.ts': blast,
  'blast phone/blasts/plan-ranges-sql.ts': blast,
  'blast phone/ledger/delete-numbers-sql.ts': cleared,
  'blast platform/database/backup/backup.ts': 'a restored blast stands still',
  'board_capture field/activities/captures.ts': pictures,
  'board_capture field/activities/photos-sql.ts': cleared,
  'board_draw field/board-draws/draws.ts': 'drawn by lot, whose seed is published before',
  'board_inspection field/inspections/inspections-sql.ts': 'held act inspection',
  'board_inspection figures/progress/visits-sql.ts': 'takes the officer’s own scan from the count',
  'curve_event figures/annotations/annotations-feature.ts': 'words of two officers (public-words)',
  'direction_app register/directions/register-sql.ts': 'held act direction-change',
  'direction_base register/directions/events-sql.ts': 'held act direction-change',
  'direction_event register/directions/events-sql.ts': 'held act direction-change',
  'direction_meeting register/directions/meetings-sql.ts': 'held act direction-change',
  'direction_occurrence register/directions/occurrences-sql.ts': 'held act direction-steps',
  'direction_office people/accounts/offices-feature.ts': 'what was due before stays due',
  'direction_point register/directions/meetings-sql.ts': 'held act direction-change',
  'direction_step register/directions/steps-sql.ts': 'held act direction-steps',
  'direction_takeover register/directions/register-sql.ts': 'held act direction-takeover',
  'figure_objection figures/objections/objections-feature.ts':
    'words of two officers (public-words)',
  'install_by_code scanning/installs/installs-sql.ts': 'held act install-key',
  'operator_delivery phone/telecom-operators/routes.ts': 'held act operator-report',
  'progress_version scanning/installs/installs-sql.ts': machine,
  'reading figures/reports/reports-sql.ts': 'held act report',
  'report figures/reports/reports-sql.ts': 'held act report-withdrawal',
  'scan_by_code scanning/scans/scans-sql.ts': machine,
  'scan_by_district scanning/scans/scans-sql.ts': machine,
  'scan_visitor scanning/scans/scans-sql.ts': machine,
  'service_outcome figures/annotations/annotations-feature.ts': 'held for annotation.write',
};

const writes = [
  /(?:INSERT INTO|UPDATE|DELETE FROM)\s+([a-z_]+)/g,
  /(?:insertRow|insertNewRow|updateRow|deleteRow)(?:<[^>]*>)?\(\s*\w+,\s*'([a-z_]+)'/g,
  /^ {2}table: '([a-z_]+)'/gm,
];

test('every file that writes into a public figure has its judge, and every judge is there', async () => {
  const database = await openPostgres();
  const read = new Set<string>();
  const pool: Queryable = {
    query: ((text: string, values: unknown[]) => {
      for (const [, name = ''] of text.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]+)/g)) read.add(name);
      return database.pool.query(text, values);
    }) as Queryable['query'],
  };
  const campaign = loadCampaign('up-cop');
  const directory = loadBaseDirectory();
  const answered = answeredDirections({ pool, campaign, ...directory });
  const day = { today: '2019-04-12', now: new Date() };
  await loadProgress({ pool, campaign, directory, answered }, day);
  const folder = join(root, 'messaging');
  const sources = globSync('**/*.ts', { cwd: folder })
    .filter((file) => !file.startsWith('front/sample/'))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  const doors = sources.flatMap(({ file, text }) =>
    writes
      .flatMap((pattern) => [...text.matchAll(pattern)].map(([, table = '']) => table))
      .filter((table) => read.has(table))
      .map((table) => `${table} ${file}`),
  );
  expect(read.size).toBeGreaterThan(10);
  expect([...new Set(doors)].sort()).toEqual(Object.keys(judges).sort());
  const code = sources.map(({ text }) => text).join('\n');
  const kinds = Object.values(judges).flatMap((judge) => /^held act (.*)$/.exec(judge)?.[1] ?? []);
  for (const kind of kinds) expect(code).toContain(`kind: '${kind}'`);
});
