import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import twilio from 'twilio';
import { applyCommand } from '../../messaging/phone/blasts/blasts-sql.ts';
import { planRecipients } from '../../messaging/phone/blasts/plan-sql.ts';
import { createCallbackStore } from '../../messaging/phone/callbacks/callback-store.ts';
import { registerCallbacks } from '../../messaging/phone/callbacks/routes.ts';
import { twilioReceipts } from '../../messaging/phone/gateways/twilio-codes.ts';
import { beginSubmissions, claimRecipients } from '../../messaging/phone/ledger/ledger-sql.ts';
import { readFigures } from '../../messaging/phone/ledger/tallies-sql.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { startDrain } from '../../messaging/platform/spool/drain.ts';
import { openSpool } from '../../messaging/platform/spool/spool.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import {
  approvedBlast,
  insertAudience,
  makeDraft,
} from '../messaging/phone/blasts/blast-fixture.ts';
import { openApp } from '../messaging/phone/callbacks/webhook-app.ts';
import { report } from './report.ts';

// The load is made in this process too: the service alone does more.
const size = 20_000;
const connections = 64;
const limitMs = 60_000;
const authToken = 'training-token';
const work = mkdtempSync(join(tmpdir(), 'bench-callbacks-'));
const postgres = await startOwnPostgres();
const { pool, close } = await openDatabase({ url: await postgres.createDatabase(), dataDir: work });
const spool = await openSpool({ folder: join(work, 'spool') });
const gateways = { emulator: { receipts: twilioReceipts } };
const store = createCallbackStore({ pool, gateways, onMalformedRecord: () => {} });
const drain = startDrain({ spool, store });
const service = await openApp((app, url) =>
  registerCallbacks(app, {
    callbackTokens: [authToken],
    get publicUrl() {
      return url();
    },
    spool,
  }),
);
const agent = new Agent({ keepAlive: true, maxSockets: connections });

function post(call: { path: string; body: string; signature: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': call.signature,
    };
    const sent = request(
      service.url + call.path,
      { method: 'POST', agent, headers },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    sent.end(call.body);
  });
}

try {
  const blast = await approvedBlast(pool, makeDraft(await insertAudience(pool, size)));
  await planRecipients(pool, blast, {});
  await applyCommand(pool, blast.id, { kind: 'start' }, { actor: 'service' });
  const ids = await claimRecipients(pool, { blastId: blast.id, gateway: blast.gateway }, size);
  await beginSubmissions(pool, ids, blast.gateway);
  const calls = ids.map((id) => {
    const path = `/webhooks/twilio/messages/${id}`;
    const fields = { MessageSid: `SM${id}`, MessageStatus: 'delivered', To: '+915000000000' };
    const signature = twilio.getExpectedTwilioSignature(authToken, service.url + path, fields);
    return { path, body: new URLSearchParams(fields).toString(), signature };
  });
  let next = 0;
  let taken = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < calls.length) {
        const call = calls[next];
        next += 1;
        if (call !== undefined && (await post(call)) === 204) taken += 1;
      }
    }),
  );
  const perSecond = size / ((performance.now() - startedAt) / 1000);
  const deadline = performance.now() + limitMs;
  let delivered = 0;
  while (delivered < size && performance.now() < deadline) {
    await wait(100);
    delivered = (await readFigures(pool, blast.id)).all.delivered;
  }
  report('callbacks', [
    {
      what: 'signed callbacks, each durable before its answer',
      value: perSecond,
      unit: '/s',
      least: 2000,
    },
    { what: 'answered', value: taken, holds: taken === size },
    { what: 'in the ledger in the end', value: delivered, holds: delivered === size },
  ]);
} finally {
  agent.destroy();
  await service.app.close();
  await drain.stop();
  await spool.close();
  await close();
  await postgres.dispose();
  rmSync(work, { recursive: true, force: true });
}
