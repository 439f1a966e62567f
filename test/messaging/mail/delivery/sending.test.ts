import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import tls from 'node:tls';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { CarrierTrouble, createOutbox } from '../../../../messaging/mail/delivery/carrier.ts';
import { linkPlace, type NewLetter } from '../../../../messaging/mail/delivery/letter.ts';
import { createSmtpCarrier } from '../../../../messaging/mail/delivery/smtp-carrier.ts';
import { openFolder } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { until } from '../../phone/sending/worker-fixture.ts';
import { mail, openSender, readStates, serverAt } from './mail-fixture.ts';
import { openMailServer, readBody, type TestMailServer } from './mail-server.ts';

const folder = openFolder('mail-');
const redisUrl = await borrow('redis');
const database = await openPostgres();
beforeEach(() => database.pool.query('DELETE FROM letter'));

const letterTo = (email: string, more: Partial<NewLetter> = {}): NewLetter => ({
  key: `test/${email}`,
  kind: 'kit',
  to: { email },
  language: 'hi',
  content: { subject: 'जनपद आगरा की मुद्रण सामग्री', text: 'नमूना\n', html: '<p>नमूना</p>' },
  ...more,
});

async function serve(options: Parameters<typeof openMailServer>[0] = {}): Promise<TestMailServer> {
  const server = await openMailServer(options);
  onTestFinished(server.close);
  return server;
}
function send(carrier: Parameters<typeof openSender>[0]['carrier'], now?: Date) {
  const sender = openSender({ pool: database.pool, redisUrl, carrier, ...(now && { now }) });
  onTestFinished(sender.stop);
}
const settled = (count: number) =>
  until('letters to be settled', async () => {
    const { rows } = await database.pool.query(
      "SELECT FROM letter WHERE state NOT IN ('queued', 'sending')",
    );
    return rows.length === count;
  });
const answers = async () => {
  const { rows } = await database.pool.query<{ recipient: string; last_answer: string }>(
    'SELECT recipient, last_answer FROM letter',
  );
  return Object.fromEntries(rows.map((row) => [row.recipient, row.last_answer]));
};

describe('a mail server that misbehaves', () => {
  test('each letter has the state that the answer means, and none is sent again blindly', async () => {
    const server = await serve();
    const names = ['busy', 'gone', 'spam', 'later', 'drop', 'slow', 'good'];
    for (const name of names) await mail.send(database.pool, letterTo(`${name}@agra.example`));
    // Too long to be on its way when the server goes away: no server has its end.
    const content = Buffer.alloc(4_000_000, 'pdf');
    const long = { name: 'note.pdf', contentType: 'application/pdf', content };
    await mail.send(database.pool, letterTo('cut-long@agra.example', { attachments: [long] }));
    send(server);
    await settled(names.length + 1);
    expect(await readStates(database.pool)).toEqual({
      'busy@agra.example': 'deferred',
      'gone@agra.example': 'bounced',
      'spam@agra.example': 'bounced',
      'later@agra.example': 'deferred',
      'drop@agra.example': 'unknown',
      'cut-long@agra.example': 'deferred',
      'slow@agra.example': 'sent',
      'good@agra.example': 'sent',
    });
    // What arrived arrived once, and the server's words are shown without a whole address.
    expect(server.arrived.map(({ to }) => to).toSorted()).toEqual(
      ['drop', 'good', 'slow'].map((name) => `${name}@agra.example`),
    );
    const said = await answers();
    expect(said['gone@agra.example']).toBe('550 no mailbox g…@agra.example here');
    expect(said['busy@agra.example']).toMatch(/^450 /);
    const { rows } = await database.pool.query<{ minutes: number }>(
      `SELECT extract(epoch FROM next_try_at - clock_timestamp())::float8 / 60 AS minutes
       FROM letter WHERE state = 'deferred'`,
    );
    for (const { minutes } of rows) {
      expect(minutes).toBeGreaterThan(0.6);
      expect(minutes).toBeLessThan(1.3);
    }
  });

  test('421 at the greeting puts a letter off, and one that is due again goes out', async () => {
    const refusing = await serve({ greet: 421 });
    await mail.send(database.pool, letterTo('pro@agra.example'));
    send(refusing);
    await settled(1);
    expect(await readStates(database.pool)).toEqual({ 'pro@agra.example': 'deferred' });
    expect((await answers())['pro@agra.example']).toMatch(/^421 /);
    const server = await serve();
    send(server);
    await database.pool.query('UPDATE letter SET next_try_at = clock_timestamp()');
    await until('the letter to arrive', async () => server.countOf('pro@agra.example') === 1);
  });

  test('neither password nor letter goes to a server without STARTTLS where it is required', async () => {
    const server = await serve({ authOptional: true });
    const carrier = createSmtpCarrier(
      serverAt(server.port, { requireTls: true, auth: { user: 'up-cop', pass: 'geheim' } }),
    );
    await expect(carrier.open()).rejects.toThrow(CarrierTrouble);
    expect(server.arrived).toEqual([]);
  });

  test('STARTTLS with a certificate that is trusted, then the right password; a wrong one sends nothing', async () => {
    const made = join(folder, 'tls');
    const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2';
    const about = `-subj /CN=localhost -addext subjectAltName=DNS:localhost`;
    const files = `-keyout ${made}.key -out ${made}.crt`;
    execFileSync('openssl', `${request} ${about} ${files}`.split(' '), { stdio: 'ignore' });
    const cert = readFileSync(`${made}.crt`, 'utf8');
    const server = await serve({
      disabledCommands: [],
      key: readFileSync(`${made}.key`),
      cert,
      authOptional: false,
      onAuth({ username, password }, _session, done) {
        if (username === 'up-cop' && password === 'geheim') done(null, { user: username });
        else done(Object.assign(new Error('wrong password'), { responseCode: 535 }));
      },
    });
    const carrierFor = (pass: string) =>
      createSmtpCarrier(
        serverAt(server.port, {
          host: 'localhost',
          requireTls: true,
          auth: { user: 'up-cop', pass },
        }),
        { connectMs: 10_000, silenceMs: 10_000 },
      );
    // Nobody vouches for it yet.
    await expect(carrierFor('geheim').open()).rejects.toThrow(/certificate/);
    const trusted = tls.getCACertificates();
    tls.setDefaultCACertificates([...trusted, cert]);
    try {
      await expect(carrierFor('falsch').open()).rejects.toThrow(/^535 /);
      await mail.send(database.pool, letterTo('pro@agra.example'));
      send(carrierFor('geheim'));
      await settled(1);
    } finally {
      tls.setDefaultCACertificates(trusted);
    }
    expect(server.arrived).toMatchObject([
      { to: 'pro@agra.example', secure: true, user: 'up-cop' },
    ]);
  });
});

describe('the ledger', () => {
  test('a letter of one key is there once; what is rolled back never goes out', async () => {
    expect(await mail.send(database.pool, letterTo('pro@agra.example'))).toBe(true);
    expect(await mail.send(database.pool, letterTo('pro@agra.example'))).toBe(false);
    expect(Object.keys(await readStates(database.pool))).toEqual(['pro@agra.example']);
  });

  test('at night only what is urgent goes out', async () => {
    const server = await serve();
    await mail.send(database.pool, letterTo('day@agra.example'));
    await mail.send(database.pool, letterTo('night@agra.example', { urgent: true }));
    // 22:00 in Asia/Kolkata.
    send(server, new Date('2019-04-12T16:30:00Z'));
    await until('the urgent letter', async () => server.countOf('night@agra.example') === 1);
    await settled(1);
    expect((await readStates(database.pool))['day@agra.example']).toBe('queued');
  });

  test('a one-time link is in the letter, in no row and gone when it is settled', async () => {
    const server = await serve();
    const link = 'https://up-cop.example/console/invitation/#very-secret';
    await mail.send(
      database.pool,
      letterTo('new@agra.example', {
        link,
        content: {
          subject: 'आमंत्रण',
          text: `खाता खोलें:\n${linkPlace}\n`,
          html: `<a href="${linkPlace}">`,
        },
      }),
    );
    const row = JSON.stringify((await database.pool.query('SELECT * FROM letter')).rows);
    expect(row).not.toContain('very-secret');
    send(server);
    await settled(1);
    expect(readBody(server.arrived[0]?.raw ?? '')).toContain(link);
    const { rows } = await database.pool.query('SELECT sealed_link FROM letter');
    expect(rows).toEqual([{ sealed_link: null }]);
  });

  test('with no mail server a letter lies whole in the outbox, for the service’s user only', async () => {
    const outbox = join(folder, 'outbox');
    await mail.send(database.pool, letterTo('pro@agra.example'));
    send(createOutbox(outbox));
    await settled(1);
    const [name = ''] = readdirSync(outbox);
    expect(readdirSync(outbox)).toHaveLength(1);
    expect(statSync(join(outbox, name)).mode & 0o777).toBe(0o600);
    const text = readFileSync(join(outbox, name), 'utf8');
    expect(text).toMatch(/^To: pro@agra\.example\r$/m);
    expect(text.trimEnd()).toMatch(/--$/);
    expect((await answers())['pro@agra.example']).toBe(name);
  });
});
