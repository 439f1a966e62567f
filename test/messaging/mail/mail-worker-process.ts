import { createDatabase } from './worker-database.ts';
import { openSender } from './mail-fixture.ts';

// A worker that sends letters, in a process of its own that a test may kill.
const { DATABASE_URL = '', REDIS_URL = '', SMTP_PORT = '' } = process.env;
openSender({
  pool: createDatabase(DATABASE_URL),
  redisUrl: REDIS_URL,
  carrier: { port: Number(SMTP_PORT) },
});
