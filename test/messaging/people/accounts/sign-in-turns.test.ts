import { expect, test } from 'vitest';
import { cheapHashing } from '../../fixtures/cheap-hashing.ts';
import { openConsole } from '../../fixtures/open-console.ts';

/** Passwords in the order in which they were proved, and what lets the first of them be. */
const proved: string[] = [];
const goOn = Promise.withResolvers<void>();
let atOnce = 0;
let mostAtOnce = 0;

async function takeTime<Result>(password: string, work: () => Promise<Result>): Promise<Result> {
  proved.push(password);
  atOnce += 1;
  mostAtOnce = Math.max(mostAtOnce, atOnce);
  await goOn.promise;
  atOnce -= 1;
  return work();
}

const { service, database } = await openConsole(
  {},
  {
    hashing: {
      // better-auth hashes the password of an address that nobody has.
      hash: (password) => takeTime(password, () => cheapHashing.hash(password)),
      verify: (attempt) => takeTime(attempt.password, () => cheapHashing.verify(attempt)),
    },
  },
);

function signIn(remoteAddress: string, password: string) {
  const payload = { email: `${password}@police.example`, password };
  const headers = { origin: service.publicUrl };
  return service.app.inject({
    method: 'POST',
    url: '/api/sign-in',
    remoteAddress,
    headers,
    payload,
  });
}

test('a flood of wrong passwords from a whole network is proved one at a time, and an officer is next', async () => {
  const flood = Array.from({ length: 20 }, (_, at) =>
    signIn(`2001:db8:bad:${(at + 1).toString(16)}::1`, `wrong-${at}`),
  );
  await expect.poll(() => proved.length).toBeGreaterThan(0);
  const officer = signIn('203.0.113.7', 'officer');
  // What it asks of the database before it waits for its turn is answered by then.
  for (let asked = 0; asked < 50; asked += 1) await database.pool.query('SELECT 1');
  goOn.resolve();
  expect((await officer).statusCode).toBe(401);
  expect(proved.indexOf('officer')).toBeLessThanOrEqual(2);
  expect(mostAtOnce).toBe(1);
  expect(new Set((await Promise.all(flood)).map(({ statusCode }) => statusCode))).toEqual(
    new Set([401]),
  );
});
