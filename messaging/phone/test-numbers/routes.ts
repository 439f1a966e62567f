import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { fillTemplate } from '../../../campaigns/messages/fill-template.ts';
import type { MessageLanguage, Messages } from '../../../campaigns/messages/messages.ts';
import { registrationFault } from '../../../campaigns/messages/registration.ts';
import { serviceTemplate } from '../../../campaigns/messages/service-template.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { testNumberRoutes } from '../../contract/phone/test-numbers.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Gateway, OutgoingSms } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { mobileNumber } from '../numbers/mobile-number.ts';
import { maskNumber } from '../numbers/number.ts';
import { readStops } from '../numbers/opt-outs-sql.ts';
import {
  confirmCode,
  deleteTestNumbers,
  findTestNumber,
  insertCode,
  isTraining,
  tryCode,
} from './test-numbers-sql.ts';
import { codeRules, hashCode, newCode, sameHash } from './verification.ts';

export interface TestNumberDependencies {
  database: Database;
  messages: Messages;
  gateways: Readonly<Record<string, Gateway>>;
  /** Codes are hashed with it. */
  secret: string;
}

/** An officer's own number, proven once by a code. */
export function registerTestNumbers(
  app: FastifyInstance,
  { database: { pool }, messages, gateways, secret }: TestNumberDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.test') };

  async function answer(personId: string, gateway: string) {
    const own = await findTestNumber(pool, personId, gateway);
    return { number: own === null ? null : maskNumber(own) };
  }

  routes.route({
    ...testNumberRoutes.read,
    config,
    handler: async ({ actor, query }) => answer(actor.id, query.gateway),
  });

  routes.route({
    ...testNumberRoutes.send,
    config,
    handler: async (request) => {
      const { gateway: name, language } = request.body;
      const gateway = gateways[name];
      if (gateway === undefined) throw new Refusal('no-such-gateway');
      const training = isTraining(name);
      const number = mobileNumber(request.body.number);
      const code = newCode();
      const message = codeMessage(messages, { code, language, training });
      await inTransaction(pool, async (client) => {
        if ((await readStops(client, number)).optedOut) throw new Refusal('test-opted-out');
        const codeHash = hashCode(secret, request.actor.id, code);
        const personId = request.actor.id;
        if (!(await insertCode(client, { personId, training, number, codeHash }))) {
          throw new Refusal('test-code-limit');
        }
        // On record before it leaves.
        await record(client, request, {
          verb: 'send',
          after: { number: maskNumber(number), gateway: name },
        });
      });
      return {
        validMinutes: codeRules.validMinutes,
        sent: await sendCode(gateway, { ...message, to: number }),
        trainingCode: training ? code : null,
      };
    },
  });

  routes.route({
    ...testNumberRoutes.confirm,
    config,
    handler: async (request) => {
      const { id } = request.actor;
      // The try counts also when the code is wrong.
      const open = await tryCode(pool, id);
      if (open === null) throw new Refusal('test-code-void');
      const right = sameHash(hashCode(secret, id, request.body.code), open.codeHash);
      if (!right) throw new Refusal('test-code-wrong');
      await inTransaction(pool, async (client) => {
        if (!(await confirmCode(client, id, open))) throw new Refusal('test-code-void');
        const after = { number: maskNumber(open.number), training: open.training };
        await record(client, request, { verb: 'verify', after });
      });
      return answer(id, request.body.gateway);
    },
  });

  routes.route({
    ...testNumberRoutes.delete,
    config,
    handler: async (request, reply) => {
      await inTransaction(pool, async (client) => {
        const held = await deleteTestNumbers(client, request.actor.id);
        if (held) await record(client, request, { verb: 'delete', after: {} });
      });
      return reply.code(204).send();
    },
  });
}

async function record(
  tx: Queryable,
  request: FastifyRequest,
  { verb, after }: { verb: string; after: Record<string, unknown> },
): Promise<void> {
  await writeAudit(tx, {
    actor: request.actor,
    action: `test-number.${verb}`,
    subject: `person/${request.actor.id}`,
    after,
    requestId: request.id,
  });
}

/**
 * The registered text with the code in it.
 * @throws a refusal when a real gateway may not send it
 */
function codeMessage(
  messages: Messages,
  { code, language, training }: { code: string; language: MessageLanguage; training: boolean },
): Omit<OutgoingSms, 'to'> {
  const template = serviceTemplate(messages, 'code', language);
  if (!training && registrationFault(template, messages) !== null) {
    throw new Refusal('test-not-registered');
  }
  return {
    // Its receipts tell the ledger nothing.
    reference: '0',
    body: fillTemplate(template.text, [code]),
    validitySeconds: codeRules.validMinutes * 60,
    templateId: template.templateId,
    principalEntityId: messages.principalEntityId,
    header: template.header,
  };
}

/** @throws a refusal when the gateway surely did not take it */
async function sendCode(gateway: Gateway, message: OutgoingSms): Promise<'accepted' | 'unknown'> {
  try {
    await gateway.sendSms(message);
    return 'accepted';
  } catch (cause) {
    if (!(cause instanceof SendError)) throw cause;
    if (cause.class === 'ambiguous') return 'unknown';
    throw new Refusal('not-sent', { code: cause.code, class: cause.class }, { cause });
  }
}
