import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Where each symptom of the handbook is brought about, and what it says is done. */
const tried: Readonly<Record<string, string>> = {
  'the console says the database cannot be reached': 'platform/database/late-database',
  '“the database is empty”': 'platform/database/identity',
  '“the database is that of …”': 'platform/database/identity',
  '“lacks some of them”': 'platform/database/identity',
  '“PG_VERSION is missing”': 'platform/database/identity',
  '“the database is damaged”': 'platform/database/damage-faults',
  '“the database could not be prepared”': 'platform/database/identity',
  '“installation.json cannot be read”': 'platform/database/identity',
  '`restore` says entries would be missing': 'platform/database/backup/shortfall',
  '`backup` says it is less than it should be': 'platform/database/backup/shortfall',
  'printed codes are answered, and their figures stand still': 'redirect',
  'everything answers 507': 'full-disk',
  'the alert queue-damaged': 'platform/process/redis-damage',
  'a blast paused by itself': 'mail/alerts/alerts',
  'one line of the log, then “the same again”': 'platform/process/repeated-failures',
  'the service or a command does not start': 'main',
};

test('each symptom in the handbook is tried by a test', () => {
  const handbook = readFileSync('docs/operate.md', 'utf8');
  const [, section = ''] = handbook.split('## When something is broken');
  const rows = section.split('\n## ')[0]?.match(/^\| (?!what is seen|-).*$/gm) ?? [];
  const untried = rows.filter(
    (row) => !Object.keys(tried).some((symptom) => row.startsWith(`| ${symptom}`)),
  );
  expect([rows.length, untried]).toEqual([Object.keys(tried).length, []]);
  const missing = Object.values(tried).filter(
    (file) => !existsSync(join(import.meta.dirname, `${file}.test.ts`)),
  );
  expect(missing).toEqual([]);
});
