import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { openSender } from './mail-fixture.ts';

// A worker that sends letters, in a process of its own that a test may kill at any moment.
const { DATABASE_URL = '', REDIS_URL = '', SMTP_PORT = '', DATA_DIR = '' } = process.env;
const { pool } = await openDatabase({ url: DATABASE_URL, dataDir: DATA_DIR });
openSender({ pool, redisUrl: REDIS_URL, claimedMs: 4_000, carrier: { port: Number(SMTP_PORT) } });
