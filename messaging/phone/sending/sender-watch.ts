import type { Pool } from 'pg';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { Blast } from '../blasts/blast.ts';
import { judgeTemplates, readSenderState, type TemplateFault } from '../blasts/whatsapp.ts';
import type { Gateway, SenderState } from '../gateways/gateway.ts';

/** Looks after the numbers from which WhatsApp blasts go, and after their templates. */
export interface SenderWatch {
  /** Why a blast may not begin, or has to stop; null where it may go on, and for other channels. */
  findFault(blast: Blast): Promise<string | null>;
}

interface Known {
  untilMs: number;
  sender: SenderState | null;
  templates: TemplateFault | null;
}

/** WhatsApp counts and judges over hours; it is asked about once a minute, the ledger each few seconds. */
const askEveryMs = minuteMs;
const countEveryMs = 5000;

export function createSenderWatch(
  pool: Pool,
  gateways: Readonly<Record<string, Gateway>>,
): SenderWatch {
  const known = new Map<number, Known>();
  const counts = new Map<string, { untilMs: number; people: number }>();

  async function ask(blast: Blast): Promise<Known | null> {
    const { id, gateway } = blast;
    const whatsapp = gateways[gateway]?.whatsapp;
    const last = known.get(id);
    if (last !== undefined && performance.now() < last.untilMs) return last;
    if (whatsapp === undefined) return null;
    const [sender, templates] = await Promise.all([
      readSenderState(whatsapp),
      judgeTemplates(whatsapp, blast),
    ]);
    const state = { untilMs: performance.now() + askEveryMs, sender, templates };
    known.set(id, state);
    return state;
  }

  async function count(gateway: string): Promise<number> {
    const last = counts.get(gateway);
    if (last !== undefined && performance.now() < last.untilMs) return last.people;
    const people = await countWrittenTo(pool, gateway);
    counts.set(gateway, { untilMs: performance.now() + countEveryMs, people });
    return people;
  }

  return {
    async findFault(blast) {
      if (blast.channel !== 'whatsapp') return null;
      const state = await ask(blast);
      if (state === null) return 'no-whatsapp';
      if (state.sender?.quality === 'red') return 'quality-red';
      // One that cannot be asked now was right when it was approved.
      if (state.templates !== null && state.templates !== 'template-unknown')
        return state.templates;
      const limit = state.sender?.dailyLimit ?? null;
      return limit !== null && (await count(blast.gateway)) >= limit ? 'daily-limit' : null;
    },
  };
}

/** People to whom a gateway has brought a WhatsApp message in the last 24 hours, as Meta counts them for its limit. */
async function countWrittenTo(pool: Pool, gateway: string): Promise<number> {
  const { rows } = await pool.query<{ people: number }>(
    `SELECT count(DISTINCT r.msisdn)::integer AS people
     FROM blast AS b JOIN blast_recipient AS r ON r.blast_id = b.id
     WHERE b.channel = 'whatsapp' AND b.gateway = $1 AND b.started_at IS NOT NULL
       AND coalesce(b.ended_at, now()) > now() - interval '1 day'
       AND r.submitted_at > clock_timestamp() - interval '1 day'
       AND r.status IN ('submitting', 'unknown', 'accepted', 'delivered')`,
    [gateway],
  );
  return rows[0]?.people ?? 0;
}
