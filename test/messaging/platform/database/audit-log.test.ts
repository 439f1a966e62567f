import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AuditEntry,
  emptyHead,
  nextRow,
} from '../../../../messaging/platform/database/audit-chain.ts';
import {
  readAudit,
  recordAudit,
  verifyAudit,
  walkAudit,
  writeAudit,
} from '../../../../messaging/platform/database/audit-log-sql.ts';
import { loadDatabase } from '../../../../messaging/platform/database/backup/backup.ts';
import { dumpDatabase } from '../../../../messaging/platform/database/backup/dump.ts';
import { openStore } from '../../../../messaging/platform/database/backup/store.ts';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import {
  inTransaction,
  type Queryable,
} from '../../../../messaging/platform/database/transaction.ts';
import { folderForTest } from '../../../folders.ts';
import { describeOnBoth } from '../../fixtures/databases.ts';

const officer = { id: 'person-1', name: 'सुनीता वर्मा', role: 'zone' } as const;

function entry(change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    actor: officer,
    action: 'activity.approve',
    subject: 'activity/1',
    district: 'agra',
    before: { status: 'waiting', count: 3 },
    after: { status: 'approved', count: 3 },
    requestId: 'req-1',
    ...change,
  };
}

test('the hash of an entry is the one that logs in use were written with', () => {
  const { hash } = nextRow(emptyHead, entry(), new Date('2019-04-12T06:00:00.120Z'));
  expect(hash).toBe('daae50376b2b98324aaeda643e71ff04e1e380aa68b74a02782f4a2f6b6a4483');
});

describeOnBoth('audit log', (maker) => {
  describe('that is kept', () => {
    let database: Database;
    beforeAll(async () => {
      database = await maker.open();
    });

    test('an empty log is whole', async () => {
      expect(await verifyAudit(database.pool)).toEqual({ kind: 'whole', head: emptyHead });
    });

    test('an entry comes back as it was written', async () => {
      await recordAudit(database.pool, entry());
      const [row] = await readAudit(database.pool, { subject: 'activity/1' }, 10);
      expect(row).toMatchObject({
        id: 1,
        actorId: 'person-1',
        actorRole: 'zone',
        actorName: 'सुनीता वर्मा',
        action: 'activity.approve',
        district: 'agra',
        before: '{"status":"waiting","count":3}',
        after: '{"status":"approved","count":3}',
        requestId: 'req-1',
        previous: emptyHead.hash,
      });
      expect(Math.abs(Date.now() - (row?.at.getTime() ?? 0))).toBeLessThan(60_000);
    });

    test.each(['service', 'command-line', 'citizen'] as const)(
      'an entry without an officer names the %s',
      async (actor) => {
        await recordAudit(database.pool, entry({ actor, subject: `activity/by-${actor}` }));
        const [row] = await readAudit(database.pool, { subject: `activity/by-${actor}` }, 1);
        expect(row).toMatchObject({ actorId: null, actorRole: actor });
      },
    );

    test('a phone number is masked wherever it stands', async () => {
      const numbers = { '9876543210': { list: ['+91 98765 43210', 9876543210] } };
      await recordAudit(
        database.pool,
        entry({ subject: 'number/9876543210', before: numbers, after: 'call 09876543210' }),
      );
      const [row] = await readAudit(database.pool, {}, 1);
      expect(JSON.stringify(row)).not.toMatch(/98765 ?43210/);
      expect(row?.after).toBe('"call [phone …10]"');
    });

    test('what JSON and the hash could trip over is kept', async () => {
      const after = { at: new Date(0), big: 12n, nul: '\u0000', half: '\ud800', gone: undefined };
      await recordAudit(database.pool, entry({ subject: 'odd', after }));
      const [row] = await readAudit(database.pool, { subject: 'odd' }, 1);
      expect(JSON.parse(row?.after ?? '')).toEqual({
        at: '1970-01-01T00:00:00.000Z',
        big: '12',
        nul: '\u0000',
        half: '\ud800',
      });
      expect((await verifyAudit(database.pool)).kind).toBe('whole');
    });

    test('text that the database cannot keep as it is leaves the chain whole', async () => {
      for (const odd of ['half \ud83d', 'nul \0', '\udc00']) {
        const texts = { action: odd, subject: odd, district: odd, after: odd, requestId: odd };
        const actor = { id: odd, name: odd, role: 'hq' } as const;
        await recordAudit(database.pool, { ...texts, actor, before: { [odd]: odd } });
      }
      const [last, nul] = await readAudit(database.pool, {}, 2);
      expect(last?.actorName).toBe('\ufffd');
      expect(nul?.subject).toBe('nul \ufffd');
      expect((await verifyAudit(database.pool)).kind).toBe('whole');
    });

    test('an entry of a transaction that rolls back was never there', async () => {
      const before = await verifyAudit(database.pool);
      const failing = inTransaction(database.pool, async (tx) => {
        await writeAudit(tx, entry({ subject: 'never' }));
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
      expect(await readAudit(database.pool, { subject: 'never' }, 1)).toEqual([]);
      expect(await verifyAudit(database.pool)).toEqual(before);
    });

    test('writers at the same time make one chain', async () => {
      const { head } = await verifyAudit(database.pool);
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          inTransaction(database.pool, async (tx) => {
            await tx.query('SELECT 1');
            await writeAudit(tx, entry({ subject: `at-once/${index}` }));
          }),
        ),
      );
      const verdict = await verifyAudit(database.pool);
      expect(verdict).toMatchObject({ kind: 'whole', head: { id: head.id + 40 } });
      const pages: number[] = [];
      for await (const page of walkAudit(database.pool, { fromId: 2 }, 7)) pages.push(page.length);
      expect(pages.reduce((sum, length) => sum + length, 0)).toBe(head.id + 40 - 1);
    });

    test.each([
      ['UPDATE', "UPDATE audit_entry SET action = 'x' WHERE id = 1"],
      ['DELETE', 'DELETE FROM audit_entry WHERE id = 1'],
      ['DELETE of nothing', 'DELETE FROM audit_entry WHERE false'],
      ['TRUNCATE', 'TRUNCATE audit_entry'],
      ['UPDATE of the head', 'UPDATE audit_head SET id = 0'],
      ['DELETE of the head', 'DELETE FROM audit_head'],
      ['TRUNCATE of the head', 'TRUNCATE audit_head'],
      ['a second head', "INSERT INTO audit_head VALUES (false, 0, '')"],
      [
        'INSERT beside the chain',
        `INSERT INTO audit_entry (id, at, actor_role, actor_name, action, subject, previous, hash)
         VALUES (9999, now(), 'hq', '', 'x', 'x', 'x', 'x')`,
      ],
    ])('the database refuses %s', async (_label, statement) => {
      const before = await verifyAudit(database.pool);
      await expect(database.pool.query(statement)).rejects.toThrow(/audit log/);
      expect(await verifyAudit(database.pool)).toEqual(before);
    });
  });

  test('a log that was dumped and loaded is whole, and goes on', async () => {
    const from = await maker.open();
    const to = await maker.open();
    for (let count = 0; count < 3; count += 1) await recordAudit(from.pool, entry());
    const store = await openStore(folderForTest('audit-dump-'));
    await loadDatabase(to.pool, await dumpDatabase(from.pool, store), store);
    expect(await verifyAudit(to.pool)).toEqual(await verifyAudit(from.pool));
    expect(await recordAudit(to.pool, entry())).toBe(4);
  });

  test('of very many faults the first hundred are named and all are counted', async () => {
    const database = await maker.open();
    await inTransaction(database.pool, async (tx) => {
      for (let count = 0; count < 130; count += 1) await writeAudit(tx, entry());
    });
    await pretend(database, "UPDATE audit_entry SET action = 'x' WHERE id > 10", async (tx) => {
      const verdict = await verifyAudit(tx);
      if (verdict.kind === 'whole') throw new Error('Expected faults, got none');
      expect([verdict.faults.length, verdict.count]).toEqual([100, 120]);
      expect(verdict.faults[0]?.id).toBe(11);
    });
  });

  describe('that somebody with the rights of the owner falsified', () => {
    let database: Database;
    beforeAll(async () => {
      database = await maker.open();
      for (let count = 0; count < 9; count += 1) await recordAudit(database.pool, entry());
    });

    const at =
      (kind: string) =>
      (id: number, toId = id) => ({ kind, id, toId });
    const changed = at('changed');
    const missing = at('missing');
    const cutOff = at('cut-off');
    const update = (change: string, where: string) =>
      `UPDATE audit_entry SET ${change} WHERE id ${where}`;
    const otherHash = "hash = repeat('a', 64)";
    const remove = (where: string) => `DELETE FROM audit_entry WHERE id ${where}`;
    const swap = [
      update('id = CASE id WHEN 4 THEN 5 ELSE 4 END + 100', 'IN (4, 5)'),
      update('id = id - 100', '> 100'),
    ];
    test.each([
      ['a changed action', update("action = 'x'", '= 5'), changed(5)],
      ['a changed time', update("at = at + interval '1 ms'", '= 5'), changed(5)],
      ['a changed value', update(`after = '{"count": 9}'`, '= 5'), changed(5)],
      ['a changed hash', update(otherHash, '= 5'), changed(5)],
      ['a removed district', update('district = NULL', '= 1'), changed(1)],
      ['a missing row', remove('= 5'), missing(5)],
      ['a missing first row', remove('= 1'), missing(1)],
      ['missing last rows', remove('> 7'), cutOff(8, 9)],
      ['rows that changed places', swap.join('; '), changed(4), changed(5)],
      [
        'three changed rows, which are three faults',
        update("action = 'x'", 'IN (2, 5, 6)'),
        ...[changed(2), changed(5), changed(6)],
      ],
      [
        'rows missing in two places and a changed row',
        `${remove('IN (2, 3, 6)')}; ${update("action = 'x'", '= 8')}`,
        ...[missing(2, 3), missing(6), changed(8)],
      ],
      [
        'a changed last row with another hash, told once',
        update(`${otherHash}, action = 'x'`, '= 9'),
        changed(9),
      ],
    ])('%s is found', async (_label, statements, ...faults) => {
      await pretend(database, statements, async (tx) => {
        const verdict = await verifyAudit(tx);
        expect(verdict).toMatchObject({ kind: 'broken', faults });
        expect(verdict).toHaveProperty('count', faults.length);
      });
      expect((await verifyAudit(database.pool)).kind).toBe('whole');
    });

    test('a change of any column is found, by the row', async () => {
      const { rows: columns } = await database.pool.query<{ name: string; type: string }>(
        `SELECT column_name AS name, data_type AS type FROM information_schema.columns
         WHERE table_schema = current_schema() AND table_name = 'audit_entry'`,
      );
      expect(columns.length).toBeGreaterThan(10);
      for (const { name, type } of columns.filter((column) => !(column.name in derived))) {
        const change = changes[type]?.(name);
        if (change === undefined) throw new Error(`Expected a change for ${name} of type ${type}`);
        await pretend(database, update(`${name} = ${change}`, 'IN (3, 5)'), async (tx) => {
          const verdict = await verifyAudit(tx);
          const named = verdict.kind === 'whole' ? [] : verdict.faults.map(({ id }) => id);
          expect([name, named]).toEqual([name, [3, 5]]);
        });
      }
    });

    test('a log that was rewritten as a whole is found by a head that was noted before', async () => {
      const { head: noted } = await verifyAudit(database.pool);
      const rewrite = `DELETE FROM audit_entry; UPDATE audit_head SET id = 0, hash = '${emptyHead.hash}'`;
      await pretend(database, rewrite, async (tx) => {
        for (let count = 0; count < 12; count += 1) await writeAudit(tx, entry());
        expect(await verifyAudit(tx)).toMatchObject({ kind: 'whole', head: { id: 12 } });
        const broken = { kind: 'broken', faults: [{ kind: 'changed', id: 9 }], count: 1 };
        expect(await verifyAudit(tx, noted)).toMatchObject(broken);
        const later = await verifyAudit(tx, { ...noted, id: 20 });
        expect(later).toMatchObject({ kind: 'broken', faults: [cutOff(13, 20)] });
      });
    });
  });
});

/** The least change of a value, by the type of its column. */
const changes: Readonly<Record<string, (column: string) => string>> = {
  bigint: (column) => `${column} + 1000`,
  text: (column) => `coalesce(${column}, '') || ' '`,
  json: (column) => `(${column}::text || ' ')::json`,
  'timestamp with time zone': (column) => `${column} + interval '1 microsecond'`,
};

/** Columns that no hash needs to cover, each with the reason. */
const derived: Readonly<Record<string, string>> = {};

const undone = new Error('undone on purpose');

/** Runs the statements past the triggers, lets `look` see what they made, and takes them back. */
async function pretend(
  database: Database,
  statements: string,
  look: (tx: Queryable) => Promise<void>,
): Promise<void> {
  const triggers = (verb: string) =>
    ['audit_entry', 'audit_head'].map((table) => `ALTER TABLE ${table} ${verb} TRIGGER USER`);
  const attempt = inTransaction(database.pool, async (tx) => {
    const all = [...triggers('DISABLE'), ...statements.split('; '), ...triggers('ENABLE')];
    for (const statement of all) await tx.query(statement);
    await look(tx);
    throw undone;
  });
  await expect(attempt).rejects.toBe(undone);
}
