import type { Pool } from 'pg';
import { pino } from 'pino';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import type { Blast } from '../../messaging/phone/blasts/blast.ts';
import type { BlastDraft } from '../../messaging/phone/blasts/draft-schemas.ts';
import { planRecipients } from '../../messaging/phone/blasts/plan-sql.ts';
import type { Gateway } from '../../messaging/phone/gateways/gateway.ts';
import {
  beginSubmissions,
  claimRecipients,
  type DeliveryUpdate,
  readCode,
  recordDeliveryUpdates,
  recordOutcomes,
} from '../../messaging/phone/ledger/ledger-sql.ts';
import { readFigures } from '../../messaging/phone/ledger/tallies-sql.ts';
import { beginFallbacks } from '../../messaging/phone/sending/fallbacks.ts';
import { makeDraft } from '../messaging/phone/blasts/blast-fixture.ts';

/** Who has no WhatsApp, at a gateway. */
const noWhatsapp = '63024';
export const gateways = {
  emulator: { retryableCodes: [], whatsapp: { noWhatsappCodes: [noWhatsapp] } },
} as unknown as Record<string, Gateway>;
/** With an SMS beside it. */
export const whatsapp: Partial<BlastDraft> = {
  channel: 'whatsapp',
  category: 'service-implicit',
  texts: {
    hi: {
      templateId: 'services_hi',
      header: 'UP POLICE',
      body: 'UP COP',
      segments: 1,
      card: {
        name: 'services_hi',
        contentSid: null,
        values: [],
        picture: null,
        footer: null,
        buttons: [],
      },
    },
  },
  fallback: {
    category: 'government',
    texts: makeDraft(0).texts,
    gateway: 'emulator',
    paisePerSegment: 10,
  },
};

type Delivered = Pick<Blast, 'id' | 'channel'>;

/** As fast as the database can: four lanes, receipts twenty chunks behind; by WhatsApp three in five are read, and one in twenty has none. */
export async function deliver(pool: Pool, { id: blastId, channel }: Delivered): Promise<void> {
  const waiting: string[][] = [];
  const receive = async (ids: readonly string[]) => {
    const receipts = ids.map((id) => toReceipt(id, channel));
    await recordDeliveryUpdates(pool, receipts);
    const read = receipts.filter(({ id, code }) => code === null && Number(id) % 5 < 3);
    if (channel !== 'whatsapp') return;
    await recordDeliveryUpdates(
      pool,
      read.map((receipt) => ({ ...receipt, code: readCode })),
    );
  };
  const lane = async () => {
    for (;;) {
      const ids = await claimRecipients(pool, { blastId, gateway: 'emulator' }, 250);
      if (ids.length === 0) return;
      const begun = await beginSubmissions(pool, ids, 'emulator');
      await recordOutcomes(
        pool,
        begun.map(({ id, attempt }) => ({
          id,
          attempt,
          status: 'accepted',
          providerId: sidOf(id),
          code: null,
          retryInMs: null,
        })),
      );
      waiting.push(ids);
      if (waiting.length > 20) await receive(waiting.shift() ?? []);
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  for (const ids of waiting) await receive(ids);
}

/** Sends the SMS for those who have no WhatsApp, from its blast to its last receipt. @returns to how many */
export async function sendFallback(pool: Pool, { id }: Pick<Blast, 'id'>): Promise<number> {
  await pool.query("UPDATE blast SET ended_at = now() - interval '16 minutes' WHERE id = $1", [id]);
  const log = pino({ level: 'silent' });
  const { call } = loadCampaign('up-cop').messages;
  await beginFallbacks({ pool, gateways, paise: {}, call, audit: async () => {}, log });
  const { rows } = await pool.query<{ id: number }>('SELECT id FROM blast WHERE parent_id = $1', [
    id,
  ]);
  const [sms = { id: 0 }] = rows;
  await planRecipients(pool, sms, gateways);
  await pool.query("UPDATE blast SET status = 'running', canary_passed = true WHERE id = $1", [
    sms.id,
  ]);
  await deliver(pool, { ...sms, channel: 'sms' });
  return (await readFigures(pool, sms.id)).all.delivered;
}

function toReceipt(id: string, channel: Blast['channel']): DeliveryUpdate {
  const isThere = channel !== 'whatsapp' || Number(id) % 20 > 0;
  const outcome = isThere ? 'delivered' : 'undelivered';
  return { id, providerId: sidOf(id), status: outcome, code: isThere ? null : noWhatsapp };
}

function sidOf(id: string): string {
  return `SM${Number(id).toString(16).padStart(32, '0')}`;
}
