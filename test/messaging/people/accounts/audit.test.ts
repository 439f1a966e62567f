import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { recordAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1'];

describe('audit log in the console', async () => {
  const { database, hq } = await openConsole({ hq: 'hq' });

  test('pages go from the latest to the first entry', async () => {
    for (let count = 0; count < 5; count += 1) {
      await recordAudit(database.pool, {
        actor: 'service',
        action: 'sample.add',
        subject: 'sample',
      });
    }
    const first = (await hq.get('/api/audit?limit=3')).json() as { id: number }[];
    const second = (await hq.get('/api/audit?limit=3&offset=3')).json() as { id: number }[];
    const ids = [...first, ...second].map(({ id }) => id);
    expect(ids).toEqual([0, 1, 2, 3, 4, 5].map((step) => (ids[0] ?? 0) - step));
    const own = (await hq.get('/api/audit?subject=sample')).json() as { subject: string }[];
    expect(own.map(({ subject }) => subject)).toEqual(Array(5).fill('sample'));
  });

  test('it is verified, also against a head that was noted', async () => {
    const whole = (await hq.get('/api/audit/verify')).json();
    expect(whole.kind).toBe('whole');
    const noted = `${whole.head.id}:${whole.head.hash}`;
    expect((await hq.get(`/api/audit/verify?noted=${noted}`)).json().kind).toBe('whole');
    const other = `${whole.head.id}:${'a'.repeat(64)}`;
    expect((await hq.get(`/api/audit/verify?noted=${other}`)).json()).toMatchObject({
      kind: 'broken',
      faults: [{ kind: 'changed', id: whole.head.id, toId: whole.head.id }],
      count: 1,
    });
    expect((await hq.get('/api/audit/verify?noted=1:abc')).statusCode).toBe(400);
  });

  test('the export holds every entry and itself, masked, and nothing a spreadsheet would run', async () => {
    for (const text of formulas) {
      await recordAudit(database.pool, {
        actor: { id: text, name: text, role: 'hq' },
        action: 'sample.formula',
        subject: text,
        after: { call: '9876543210', quote: 'a "b", c' },
      });
    }
    const answer = await hq.get('/api/audit/export.csv');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.headers['cache-control']).toBe('no-store');
    const rows = parse(answer.body, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ id }) => Number(id))).toEqual(rows.map((_, index) => index + 1));
    expect(rows.at(-1)).toMatchObject({ action: 'audit.export', actorId: hq.id });
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
    expect(answer.body).not.toContain('9876543210');
    const samples = rows.filter(({ action }) => action === 'sample.formula');
    expect(samples.map(({ subject }) => subject)).toEqual(formulas.map((text) => `'${text}`));
    expect(samples[0]?.after).toBe('{"call":"[phone …10]","quote":"a \\"b\\", c"}');
  });
});
