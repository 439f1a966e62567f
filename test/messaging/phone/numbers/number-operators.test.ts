import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteNumber } from '../../../../messaging/phone/numbers/look-up-sql.ts';
import { deleteUnfinishedOperators } from '../../../../messaging/phone/numbers/number-operators-sql.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import { createTestConsole, type Officer, type TestConsole } from '../../fixtures/console.ts';
import { describeOnPostgres } from '../../fixtures/databases.ts';
import { toMultipart } from '../multipart.ts';

describeOnPostgres('telecom operators of numbers', (maker) => {
  let database: Database;
  let service: TestConsole;
  let hq: Officer;
  beforeAll(async () => {
    database = await maker.open();
    service = await createTestConsole(database);
    hq = await service.officer('hq');
  });
  afterAll(() => service.close());

  async function upload(text: string, mode: string) {
    const url = `/api/number-operators?mode=${mode}`;
    const answer = await hq.send({ method: 'POST', url, ...toMultipart(text) });
    return { status: answer.statusCode, json: answer.json() };
  }
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
    expect(await deleteNumber(database.pool, '919870100002', { keepOptOut: false })).toBe(1);
    expect(await operatorOf(919_870_100_002)).toBe('JIO');
  });

  test('leave nothing of an upload whose process died', async () => {
    await database.pool.query(
      "INSERT INTO number_operator_upload VALUES ('0168e1f2-0000-7000-8000-000000000000', 919870000999, 'X')",
    );
    expect(await deleteUnfinishedOperators(database.pool, 1)).toBe(1);
  });
});
