import { fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { DatabaseStoppedError } from '../../../../messaging/platform/database/connection-error.ts';
import { answerErrors } from '../../../../messaging/platform/http/answer-errors.ts';

/** The answer for a route that throws. */
async function answer(error: Error, expectRoom?: () => Promise<void>) {
  const app = fastify();
  onTestFinished(() => app.close());
  answerErrors(app, loadCampaign('up-cop'), expectRoom);
  app.get('/', async () => {
    throw error;
  });
  const { statusCode, headers, json } = await app.inject('/');
  return { status: statusCode, retryAfter: headers['retry-after'], body: json() };
}

const coded = (fields: object, message = 'x') => Object.assign(new Error(message), fields);
const full = {
  status: 507,
  retryAfter: '60',
  body: {
    error: 'disk-full',
    hi: expect.stringContaining('डिस्क भर गई है'),
    en: expect.stringContaining('The disk of the server is full'),
  },
};

test.each<[string, Error]>([
  ['a file that finds no room', coded({ code: 'ENOSPC', syscall: 'write' })],
  ['a quota that is used up', coded({ code: 'EDQUOT', syscall: 'open' })],
  ['PostgreSQL without room', coded({ code: '53100' }, 'could not extend file')],
  ['one that a library wraps', new Error('failed', { cause: coded({ code: '53100' }) })],
  ['several at once', new AggregateError([new Error('x'), coded({ code: 'ENOSPC' })])],
  [
    'what a child process says',
    new Error('The generator failed. Expected room on the disk, got none left (ENOSPC)'),
  ],
  [
    'an input or output error of PostgreSQL',
    coded(
      { code: '58030' },
      'could not write to file "pg_wal/xlogtemp.1": No space left on device',
    ),
  ],
])('%s is answered as a full disk', async (_, error) => {
  expect(await answer(error)).toMatchObject(full);
});

test('a database that is away because of a full disk is one, any other is not', async () => {
  const away = coded({ code: 'ECONNREFUSED' });
  const noRoom = () => Promise.reject(coded({ code: 'ENOSPC' }));
  expect(await answer(away, noRoom)).toMatchObject(full);
  expect(await answer(away, async () => {})).toMatchObject({ status: 503, retryAfter: '5' });
});

test('what has to do with no disk stays what it is', async () => {
  expect(await answer(new Error('Expected 1, got 2'))).toMatchObject({ status: 500 });
  expect(await answer(coded({ code: '23505' }))).toMatchObject({ status: 500 });
});

test('a stopped database tells a stranger no path and no word of the database', async () => {
  const damaged = { kind: 'damaged', folder: '/srv/data/postgres', why: 'invalid page' } as const;
  const { status, body } = await answer(new DatabaseStoppedError(damaged));
  expect([status, body.error]).toEqual([503, 'database-stopped']);
  expect(JSON.stringify(body)).not.toMatch(/srv|invalid page/);
  expect([body.hi, body.en]).toEqual([
    expect.stringContaining('up-cop-outreach doctor'),
    expect.stringContaining('up-cop-outreach doctor'),
  ]);
});
