import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { randomNumbers } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import { openDurable } from '../../../../messaging/platform/database/embedded/open-durable.ts';
import { openFolder } from '../../../folders.ts';
import { recordDisk } from '../../fixtures/recorded-disk.ts';

const work = openFolder('durable-');
const fail = (error: Error) => {
  throw error;
};

test('a first start that was cut half-way starts over', async () => {
  const folder = join(work, 'cut');
  const first = await openDurable(folder, fail);
  await first.close();
  expect(existsSync(`${folder}.unfinished`)).toBe(false);
  // As a cut leaves it: the names are there, the contents are not.
  truncateSync(join(folder, 'global', 'pg_control'), 0);
  writeFileSync(`${folder}.unfinished`, '');
  const again = await openDurable(folder, fail);
  expect((await again.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await again.close();
  expect(existsSync(`${folder}.unfinished`)).toBe(false);
});

test('a further database is a copy of the first one that was made whole, empty, and its own', async () => {
  const before = process.env['CACHE_DIR'];
  process.env['CACHE_DIR'] = join(work, 'cache');
  try {
    const kept = join(work, 'cache', 'empty-database');
    // As a power cut leaves what was being made.
    mkdirSync(join(kept, 'half-made'), { recursive: true });
    const made = [];
    for (const name of ['one', 'two']) {
      const database = await openDurable(join(work, name), fail);
      const { rows } = await database.query(
        "SELECT system_identifier::text AS made, to_regclass('sample') IS NULL AS empty FROM pg_control_system()",
      );
      await database.exec('CREATE TABLE sample (id int PRIMARY KEY)');
      await database.close();
      made.push(...rows);
    }
    expect(made[1]).toEqual(made[0]);
    expect(made[0]).toMatchObject({ empty: true });
    expect(readdirSync(kept)).toHaveLength(2);
  } finally {
    if (before === undefined) delete process.env['CACHE_DIR'];
    else process.env['CACHE_DIR'] = before;
  }
});

test('whatever a disk keeps of writes that nobody waited for, commits are there', async () => {
  const cuts = 4;
  const random = randomNumbers(Date.now() % 1_000_000);
  const folder = join(work, 'recorded');
  const database = await openDurable(folder, fail);
  await database.exec('CREATE TABLE sample (id int PRIMARY KEY, name text)');
  const disk = recordDisk(database, folder, join(work, 'shadow'));
  let acknowledged = 0;
  for (let cut = 0; cut < cuts; cut += 1) {
    for (let one = 0; one < 50; one += 1) {
      await database.query('INSERT INTO sample VALUES ($1, $2)', [acknowledged, 'x'.repeat(500)]);
      acknowledged += 1;
      if (one === 25 && cut % 2 === 1) await database.exec('CHECKPOINT');
    }
    const target = join(work, `image-${cut}`);
    disk.cutTo(target, () => random() < 0.5);
    const after = await openDurable(target, fail);
    const { rows } = await after.query('SELECT count(*)::int AS n FROM sample');
    expect(rows).toEqual([{ n: acknowledged }]);
    await after.close();
  }
  await database.close();
});
