import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyNumbers } from '../../../../messaging/phone/numbers/do-not-disturb.ts';
import {
  readDoNotDisturb,
  storeDoNotDisturb,
} from '../../../../messaging/phone/numbers/do-not-disturb-sql.ts';
import { deleteUnfinishedUploads } from '../../../../messaging/phone/numbers/list-uploads-sql.ts';
import { deleteNumber } from '../../../../messaging/phone/numbers/look-up-sql.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { csvRows } from '../../../../messaging/platform/lists/rows.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { toMultipart } from '../multipart.ts';

describe('lists of the telecom operators', async () => {
  const { database, hq } = await openConsole({ hq: 'hq' });

  const uploadTo = (list: string) => async (text: string, mode: string) => {
    const url = `/api/${list}?mode=${mode}`;
    const answer = await hq.send({ method: 'POST', url, ...toMultipart(text) });
    return { status: answer.statusCode, json: answer.json() };
  };

  describe('the do-not-disturb list', () => {
    const upload = uploadTo('do-not-disturb');
    const kept = async () =>
      (
        await database.pool.query<{ msisdn: string }>(
          'SELECT msisdn FROM do_not_disturb ORDER BY 1',
        )
      ).rows.map(({ msisdn }) => Number(msisdn) - 919_870_000_000);

    test('is taken in, and rows that hold no number are reported with their reason', async () => {
      const { status, json } = await upload(
        'mobile\n9870000001\n+91 98700 00002\n9870000001\n\nnothing\n0522 2238902\n',
        'replace',
      );
      expect(status).toBe(200);
      expect(json).toEqual({
        numbers: 2,
        rejected: 2,
        rejects: [
          { row: 6, reason: 'malformed' },
          { row: 7, reason: 'landline' },
        ],
      });
      expect(await kept()).toEqual([1, 2]);
      const state = (await hq.get('/api/do-not-disturb')).json();
      expect(state).toEqual({ numbers: 2, changedAt: expect.any(String) });
    });

    test('grows by an addition, and is what the file says after a replacement', async () => {
      expect((await upload('9870000002\n9870000003\n', 'add')).json.numbers).toBe(3);
      expect(await kept()).toEqual([1, 2, 3]);
      expect((await upload('9870000003\n9870000004\n', 'replace')).json.numbers).toBe(2);
      expect(await kept()).toEqual([3, 4]);
    });

    test.each([
      { label: 'an open quote', text: `mobile\n9870000009\n"${'x'.repeat(40_000)}` },
      { label: 'no column of numbers', text: 'name,place\na,b\n' },
      { label: 'no number at all', text: 'mobile\nnothing\n' },
      { label: 'nothing', text: '' },
    ])('stays as it was when the file has $label', async ({ text }) => {
      const { status, json } = await upload(text, 'replace');
      expect([status, json.error, typeof json.hi]).toEqual([400, 'unreadable-list', 'string']);
      expect(await kept()).toEqual([3, 4]);
      expect((await database.pool.query('SELECT FROM do_not_disturb_upload')).rowCount).toBe(0);
    });

    test('clears away what a process that died had copied', async () => {
      await database.pool.query(
        "INSERT INTO do_not_disturb_upload VALUES ('0168e1f2-0000-7000-8000-000000000000', 919870000999)",
      );
      await upload('9870000004\n', 'add');
      expect((await database.pool.query('SELECT FROM do_not_disturb_upload')).rowCount).toBe(0);
      expect(await kept()).toEqual([3, 4]);
    });

    test('needs a file', async () => {
      const answer = await hq.post('/api/do-not-disturb', {});
      expect([answer.statusCode, answer.json().error]).toEqual([400, 'no-file']);
    });

    test('leaves each change in the audit log, without a number', async () => {
      const log = await readAudit(database.pool, { subject: 'do-not-disturb' }, 10);
      expect(
        log.map(({ before, after }) => [JSON.parse(before ?? ''), JSON.parse(after ?? '')]),
      ).toEqual([
        [{ numbers: 2 }, { numbers: 2, mode: 'add', rejected: 0 }],
        [{ numbers: 3 }, { numbers: 2, mode: 'replace', rejected: 0 }],
        [{ numbers: 2 }, { numbers: 3, mode: 'add', rejected: 0 }],
        [{ numbers: 0 }, { numbers: 2, mode: 'replace', rejected: 2 }],
      ]);
    });

    test('loses a number that is deleted everywhere, and knows it', async () => {
      const deleted = await hq.post('/api/numbers/delete', {
        number: '9870000003',
        keepOptOut: false,
      });
      expect(deleted.json()).toEqual({ held: 1 });
      expect(await readDoNotDisturb(database.pool)).toMatchObject({ numbers: 1 });
      expect(
        (await hq.post('/api/numbers/look-up', { number: '9870000004' })).json(),
      ).toMatchObject({
        dnd: true,
        optedOutAt: null,
        optedOutSource: null,
      });
    });

    test('keeps the classes of each number, and names a row with an unknown one', async () => {
      const classes = async () =>
        (
          await database.pool.query<{ n: string; classes: number }>(
            'SELECT msisdn - 919870000000 AS n, classes FROM do_not_disturb ORDER BY 1',
          )
        ).rows.map((row) => [Number(row.n), row.classes]);
      const { json } = await upload(
        'mobile;class\n9870000001;0\n9870000002;1,3\n9870000003;#6\n9870000003;7\n9870000004;\n9870000005;9\n',
        'replace',
      );
      expect(json).toMatchObject({ numbers: 4, rejects: [{ row: 7, reason: 'unknown-class' }] });
      expect(await classes()).toEqual([
        [1, 1],
        [2, 10],
        [3, 192],
        [4, 1],
      ]);
      await upload('mobile;class\n9870000003;1\n', 'add');
      expect(await classes()).toContainEqual([3, 194]);
      await upload('mobile;class\n9870000003;2\n', 'replace');
      expect(await classes()).toEqual([[3, 4]]);
    });

    test('takes a long file in constant memory', async () => {
      const rows = 300_000;
      const source = Readable.from(
        (function* () {
          yield Buffer.from('mobile\n');
          for (let at = 0; at < rows; at += 1000) {
            yield Buffer.from(
              Array.from({ length: 1000 }, (_, index) => `${9_870_000_000 + at + index}\n`).join(
                '',
              ),
            );
          }
        })(),
      );
      const before = process.memoryUsage().arrayBuffers;
      let most = 0;
      async function* watched(upload: string) {
        const lines = copyNumbers(upload, csvRows(source));
        for (;;) {
          const next = await lines.next();
          if (next.done === true) return next.value;
          most = Math.max(most, process.memoryUsage().arrayBuffers - before);
          yield next.value;
        }
      }
      const { after, rejected } = await storeDoNotDisturb(database, watched, {
        mode: 'replace',
        record: async () => {},
      });
      expect([after, rejected]).toEqual([rows, 0]);
      expect(most).toBeLessThan(32 * 1024 ** 2);
    });
  });

  describe('telecom operators of numbers', () => {
    // The long list above has these numbers too.
    beforeAll(() => database.pool.query('TRUNCATE do_not_disturb'));
    const upload = uploadTo('number-operators');
    const operatorOf = async (number: number) =>
      (await database.pool.query('SELECT operator_of($1) AS name', [number])).rows[0].name;

    test('are read from series and ported numbers of one file; the whole number counts first', async () => {
      const { status, json } = await upload(
        'Series,Operator\n9870,bsnl\n98701,Jio\n9870100002,Airtel\n987,Jio\n9870100003,\n',
        'replace',
      );
      expect(status).toBe(200);
      expect(json).toEqual({
        operators: [
          { operator: 'AIRTEL', series: 0, ported: 1 },
          { operator: 'BSNL', series: 1, ported: 0 },
          { operator: 'JIO', series: 1, ported: 0 },
        ],
        rejected: 2,
        rejects: [
          { row: 5, reason: 'malformed' },
          { row: 6, reason: 'malformed' },
        ],
      });
      const numbers = [919_870_000_001, 919_870_100_001, 919_870_100_002, 919_999_900_001];
      expect(await Promise.all(numbers.map(operatorOf))).toEqual(['BSNL', 'JIO', 'AIRTEL', null]);
      const [entry] = await readAudit(database.pool, { subject: 'number-operators' }, 1);
      expect(JSON.stringify(entry)).not.toContain('9870100002');
    });

    test('are added to, or replaced; a file that cannot be read changes nothing', async () => {
      expect((await upload('mobile\n9870000001\n', 'replace')).status).toBe(400);
      await upload('mobile,provider\n9870100002,VI\n', 'add');
      const { json } = await upload('prefix,tsp\n9123,BSNL\n', 'add');
      expect(json.operators).toEqual([
        { operator: 'BSNL', series: 2, ported: 0 },
        { operator: 'JIO', series: 1, ported: 0 },
        { operator: 'VI', series: 0, ported: 1 },
      ]);
    });

    test('say nothing more of a number that its owner had deleted', async () => {
      expect(await deleteNumber(database.pool, '919870100002', false)).toBe(1);
      expect(await operatorOf(919_870_100_002)).toBe('JIO');
    });

    test('have the circle of their series where the file says it', async () => {
      const { json } = await upload(
        'series,operator,circle\n98702,Jio,UP East\n98703,Vi,\n98704,Vi,a\tb\n',
        'replace',
      );
      expect(json).toMatchObject({ rejected: 1, rejects: [{ row: 4, reason: 'malformed' }] });
      const { rows } = await database.pool.query('SELECT * FROM number_operator ORDER BY prefix');
      expect(rows).toEqual([
        { prefix: expect.anything(), operator: 'JIO', circle: 'UP EAST' },
        { prefix: expect.anything(), operator: 'VI', circle: null },
      ]);
    });

    test('leave nothing of an upload whose process died', async () => {
      await database.pool.query(
        "INSERT INTO number_operator_upload VALUES ('0168e1f2-0000-7000-8000-000000000000', 919870000999, 'X')",
      );
      expect(await deleteUnfinishedUploads(database.pool, 1)).toBe(1);
    });
  });
});
