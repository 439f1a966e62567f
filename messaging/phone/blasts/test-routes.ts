import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { blastRoutes } from '../../contract/phone/blasts.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Gateway, SentParts } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { recordSubmittedParts } from '../ledger/message-parts-sql.ts';
import {
  endTest,
  readTest,
  recordTestDeliveries,
  testReference,
} from '../ledger/test-messages-sql.ts';
import { maskNumber } from '../numbers/number.ts';
import { recordOptOuts } from '../numbers/opt-outs-sql.ts';
import { auditBlast, type BlastRoutes, requireBlast } from './blast-request.ts';
import { type BegunTest, beginTest, type TestRequest } from './test-send.ts';
import { validitySeconds } from './window.ts';

/** A test is looked at now; later it is no test any more. */
const testValiditySeconds = 600;

/** Trying a blast's text on the officer's own number: it obeys all that binds the blast. */
export function registerBlastTests(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { database, campaign, codes, gateways, paise, clock } = dependencies;
  const { pool } = database;

  app.withTypeProvider<ZodTypeProvider>().route({
    ...blastRoutes.test,
    config: { access: rolesFor('blast.test') },
    handler: async (request) => {
      const blast = await requireBlast(request, pool, 'blast.test');
      const gateway = gateways[blast.gateway];
      if (gateway === undefined) throw new Refusal('no-such-gateway');
      if (blast.channel === 'ivr' && gateway.placeCall === undefined) throw new Refusal('no-voice');
      const { language, again } = request.body;
      const asked = { blastId: blast.id, personId: request.actor.id, language, again };
      const now = await clock.now();
      const begun = await begin(request, asked, now);
      await send(gateway, begun, now);
      return { test: await readTest(pool, begun.id) };
    },
  });

  /** On record before it leaves: what was sent cannot be taken back when the record fails. */
  function begin(request: FastifyRequest, asked: TestRequest, now: Date): Promise<BegunTest> {
    return inTransaction(pool, async (client) => {
      const begun = await beginTest(client, asked, { campaign, codes, paise, now });
      if ('refusal' in begun) throw new Refusal(begun.refusal);
      const { blast, to } = begun;
      const { language, again } = asked;
      await auditBlast(client, request, {
        verb: 'test',
        blast,
        after: { number: maskNumber(to), language, revision: blast.revision, again },
      });
      return begun;
    });
  }

  /** @throws a refusal when the gateway surely did not take it */
  async function send(gateway: Gateway, test: BegunTest, now: Date): Promise<void> {
    const { id } = test;
    try {
      const { providerId, parts } = await handOver(gateway, test, now);
      await noteParts(gateway, id, parts);
      await endTest(pool, id, { status: 'accepted', providerId, code: null });
    } catch (cause) {
      if (!(cause instanceof SendError)) throw cause;
      const { code } = cause;
      await noteParts(gateway, id, cause.parts);
      const status = cause.class === 'ambiguous' ? 'unknown' : 'failed';
      await endTest(pool, id, { status, providerId: null, code });
      if (cause.class === 'opt-out') await recordOptOuts(pool, [test.to], 'provider');
      if (status === 'unknown') return;
      throw new Refusal('not-sent', { code, class: cause.class }, { cause });
    }
  }

  /** Receipts of a test may name its parts; those that were faster are taken in with it. */
  async function noteParts(gateway: Gateway, id: string, parts: SentParts | undefined) {
    if (parts === undefined) return;
    const own = { ...parts, gateway: gateway.name, reference: testReference(id), attempt: 1 };
    await recordTestDeliveries(pool, await recordSubmittedParts(pool, [own]));
  }

  function handOver(
    gateway: Gateway,
    { id, blast, text, language, to, hours }: BegunTest,
    now: Date,
  ) {
    const reference = testReference(id);
    if (blast.channel === 'ivr' && gateway.placeCall !== undefined) {
      return gateway.placeCall({ reference, to, language });
    }
    return gateway.sendSms({
      reference,
      to,
      ...text,
      validitySeconds: validitySeconds(hours, now, testValiditySeconds),
      principalEntityId: campaign.messages.principalEntityId,
    });
  }
}
