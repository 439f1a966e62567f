import type { Pool } from 'pg';
import { expect, test } from 'vitest';
import { execute, queryRow, queryRows, raw } from '../../../../messaging/platform/database/sql.ts';

/** Stands for a database: answers every statement with what it was sent. */
const echo = {
  query: async (text: string, values: unknown[]) => ({
    rows: [{ text: text.trim(), values }],
    rowCount: 3,
  }),
} as unknown as Pick<Pool, 'query'>;
const sent = queryRow<{ text: string; values: unknown[] }>(echo);

test.each([
  {
    what: 'a text that reads as SQL',
    made: sent`SELECT id FROM person WHERE name = ${"'; DROP TABLE person; --"}`,
    expected: {
      text: 'SELECT id FROM person WHERE name = $1',
      values: ["'; DROP TABLE person; --"],
    },
  },
  {
    what: 'an object of a request that says that it is SQL',
    made: sent`UPDATE blast SET seal = ${{ raw: 'now()', text: 'now()' }}`,
    expected: { text: 'UPDATE blast SET seal = $1', values: [{ raw: 'now()', text: 'now()' }] },
  },
  {
    what: 'values beside columns of the program, numbered in their order',
    made: sent`SELECT ${raw('id, name')} FROM person WHERE role = ${'hq'} AND area = ANY (${['a']}) ${raw('')}`,
    expected: {
      text: 'SELECT id, name FROM person WHERE role = $1 AND area = ANY ($2)',
      values: ['hq', ['a']],
    },
  },
  {
    what: 'a backslash of a pattern',
    made: sent`SELECT name ~ '\\d' FROM person`,
    expected: { text: "SELECT name ~ '\\d' FROM person", values: [] },
  },
])('$what goes to the database as it is meant', async ({ made, expected }) => {
  expect(await made).toEqual(expected);
});

test('a statement answers with its rows or how many it changed', async () => {
  expect(await queryRows(echo)`SELECT ${1}`).toEqual([{ text: 'SELECT $1', values: [1] }]);
  expect(await execute(echo)`DELETE FROM alert WHERE id = ${1}`).toBe(3);
});

test('SQL of the program with numbered parameters is refused', () => {
  expect(() => raw('district = $1')).toThrow('Expected SQL without parameters, got district = $1');
});
