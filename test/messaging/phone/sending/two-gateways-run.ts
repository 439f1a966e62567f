import type { Pool } from 'pg';
import { computeCosts } from '../../../../messaging/phone/blasts/blast.ts';
import { findBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { defaultPolicy } from '../../../../messaging/phone/blasts/policy.ts';
import { readFigures } from '../../../../messaging/phone/ledger/tallies-sql.ts';
import { approvedBlast, countLedger, insertAudience, makeDraft } from '../blasts/blast-fixture.ts';
import { countTogether, second, sent } from './two-gateways-fixture.ts';
import { gatewayAt, openEmulator, openWorker, quiet, until } from './worker-fixture.ts';

/** One of two gateways loses some answers, and its account is closed when a fifth is sent; the blast ends by itself. */
export async function sendWithOneDying(options: {
  pool: Pool;
  redisUrl: string;
  messages: number;
  limitMs: number;
}) {
  const { pool, redisUrl, messages, limitMs } = options;
  const emulators = [await openEmulator(quiet), await openEmulator(quiet)] as const;
  const [first, other] = emulators;
  first.behave({ shareLostAnswers: 0.002, listingDelayMs: 200 });
  const gateway = gatewayAt(first.url, { requestTimeoutMs: 10_000, name: 'first' });
  const further = [gatewayAt(other.url, { requestTimeoutMs: 10_000, name: 'second' })];
  const worker = openWorker({ pool, redisUrl, gateway, further });
  try {
    const audienceId = await insertAudience(pool, messages);
    const policy = { ...defaultPolicy, canarySize: 0 };
    const draft = makeDraft(audienceId, { gateway: 'first', further: [second], policy });
    const { id } = await approvedBlast(pool, draft);
    await until('a fifth to be sent', async () => sent(...emulators) > messages / 5, limitMs);
    first.behave({ shareLostAnswers: 0, shareInactiveAccount: 1 });
    const ended = async () => (await findBlast(pool, id))?.status === 'finished';
    await until('the blast to end', ended, limitMs);
    const blast = await findBlast(pool, id);
    const live = await readFigures(pool, id);
    return {
      ...countTogether(emulators),
      sent: { first: sent(first), second: sent(other) },
      ledger: await countLedger(pool, id),
      segments: Object.fromEntries(
        [...live.byGateway].map(([name, { segmentsSent }]) => [name, segmentsSent]),
      ),
      paise: blast && computeCosts(blast, live),
      stopped: blast?.gateways.map(({ stoppedBy }) => stoppedBy),
      handOvers: worker.audit.filter(({ action }) => action === 'blast.hand-over'),
    };
  } finally {
    await worker.stop();
    for (const each of [gateway, ...further]) await each.close();
    for (const emulator of emulators) await emulator.close();
  }
}
