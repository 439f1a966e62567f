import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '../../../campaigns/offices/role.ts';
import { verifyAudit } from '../../../messaging/database/audit-log-sql.ts';
import type { Database } from '../../../messaging/database/database.ts';
import { type Browser, createTestConsole, type TestConsole } from '../fixtures/console.ts';
import { describeOnPostgres } from '../fixtures/databases.ts';
import { malformedRequests } from '../fixtures/malformed.ts';

// A tenth of what `npm run test:faults` sends over HTTP to the whole service.
const perCaller = 220;

describeOnPostgres('malformed requests', (maker) => {
  let database: Database;
  let service: TestConsole;
  beforeAll(async () => {
    database = await maker.open();
    service = await createTestConsole(database);
    await service.app.ready();
  });
  afterAll(() => service.close());

  test.each(['nobody', ...roles] as const)(
    'of %s are answered in words, never with 500',
    async (role) => {
      const caller: Browser = role === 'nobody' ? service.browser() : await service.officer(role);
      const failed: string[] = [];
      for (const request of malformedRequests(service.app, {
        count: perCaller,
        seed: role.length,
      })) {
        const answer = await caller.send(request);
        if (answer.statusCode >= 500 && answer.statusCode !== 503) {
          failed.push(`${answer.statusCode} ${request.label}`);
        }
      }
      expect(failed).toEqual([]);
      expect((await verifyAudit(database.pool)).kind).toBe('whole');
    },
  );
});
