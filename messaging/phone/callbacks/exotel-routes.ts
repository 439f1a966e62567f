import type { FastifyInstance } from 'fastify';
import type { Spool } from '../../platform/spool/spool.ts';
import { type Callback, encodeCallback, logReceipt } from './callback.ts';
import { acceptExotel, exotelNumber, readExotelForm } from './exotel-form.ts';
import { keepStop } from './link-record.ts';
import { type IsStop, isStopWord } from './stop-word.ts';
import { exotelRoutes } from './webhooks-schemas.ts';

export interface ExotelCallbackDependencies {
  token: string | undefined;
  spool: Pick<Spool, 'append'>;
  isStop?: IsStop;
}

/** Receipts of Exotel, and replies to its number. A receipt is answered with 200, as it is waited for, once it is durable. */
export async function registerExotelCallbacks(
  app: FastifyInstance,
  { token, spool, isStop = isStopWord }: ExotelCallbackDependencies,
): Promise<void> {
  await app.register(async (hooks) => {
    acceptExotel(hooks, token);
    for (const [{ url, schema }, kind] of [
      [exotelRoutes.message, 'sms'],
      [exotelRoutes.call, 'call'],
    ] as const) {
      hooks.post<{ Params: { reference: string } }>(
        url,
        {
          config: { access: 'public', answers: 'callback' },
          schema: { ...schema, hide: true },
        },
        async (request, reply) => {
          const fields = await readExotelForm(request);
          const callback =
            fields === null ? null : readExotelCallback(kind, request.params.reference, fields);
          if (callback === null) return reply.code(400).send({ error: 'not-a-status' });
          const stored = await spool.append(encodeCallback(callback));
          logReceipt(request.log, callback, stored);
          if (!stored) return reply.code(503).send({ error: 'not-stored' });
          return reply.type('text/plain').send('taken');
        },
      );
    }
    hooks.post(
      exotelRoutes.reply.url,
      {
        config: { access: 'public', answers: 'callback' },
        logLevel: 'warn',
        schema: { ...exotelRoutes.reply.schema, hide: true },
      },
      async (request, reply) => {
        const { From, Body = '', SmsSid: sid } = (await readExotelForm(request)) ?? {};
        const number = exotelNumber(From);
        if (number !== null && isStop(Body) && !(await keepStop(spool, { number, sid }))) {
          return reply.code(503).send({ error: 'not-stored' });
        }
        return reply.type('text/plain').send('taken');
      },
    );
  });
}

/**
 * Reads a receipt's form; null for one that tells nothing about a recipient. Its status is kept in the words of the
 * other gateways, its `DetailedStatus` as the code. Fields by Exotel's documentation: SmsSid, Status, DetailedStatus;
 * CallSid, Status. A `sent` message has reached the phone only where the detail says so.
 */
function readExotelCallback(
  kind: Callback['kind'],
  reference: string,
  fields: Readonly<Record<string, string>>,
): Callback | null {
  const sid = wordIn(fields[kind === 'sms' ? 'SmsSid' : 'CallSid']);
  const status = wordIn(fields['Status'])?.toLowerCase().replace('_', '-') ?? null;
  if (sid === null || status === null) return null;
  if (kind === 'call') return { kind, reference, sid, status, errorCode: null };
  const detail = wordIn(fields['DetailedStatus']);
  if (status === 'delivered' || detail === 'DELIVERED_TO_HANDSET') {
    return { kind, reference, sid, status: 'delivered', errorCode: null };
  }
  if (!lost.has(status)) return { kind, reference, sid, status: 'sent', errorCode: null };
  const errorCode = detail ?? status.toUpperCase().replace('-', '_');
  return { kind, reference, sid, status: 'undelivered', errorCode };
}

const lost: ReadonlySet<string> = new Set(['failed', 'failed-dnd', 'undelivered', 'expired']);

function wordIn(value: string | undefined): string | null {
  return value !== undefined && value !== '' && value.length <= 64 ? value : null;
}
