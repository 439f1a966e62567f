import type { Pool } from 'pg';
import { pendingCode } from '../../../../campaigns/links/short-code.ts';
import { findBlast, putTrialCodes } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import type { BlastDraft } from '../../../../messaging/phone/blasts/draft-schemas.ts';
import type { Emulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { approvedBlast, makeDraft } from '../blasts/blast-fixture.ts';
import { until } from './worker-fixture.ts';

export const codes = { shortCode: 'BCDFGH', a: 'CDFGHJ', b: 'DFGHJK' };
export const host = 'uppolice.gov.in/q/';
const text = { templateId: null, header: 'UPPOLC' };

/** The first text has two parts, the second one; each is tried with a fifth of the list. */
export const tried = (audienceId: number, change: Partial<BlastDraft> = {}) =>
  makeDraft(audienceId, {
    texts: { hi: { ...text, segments: 2, body: `पहला ${host}${codes.shortCode}` } },
    trial: {
      texts: { hi: { ...text, segments: 1, body: `दूसरा ${host}${pendingCode}` } },
      share: 20,
      waitMs: 300,
    },
    ...change,
  });

export async function approveTrial(pool: Pool, draft: BlastDraft): Promise<number> {
  const { id } = await approvedBlast(pool, draft, null, codes.shortCode);
  await putTrialCodes(pool, id, [codes.a, codes.b]);
  return id;
}

/** The share of both texts is sent, and an officer is to choose. */
export const reachChoice = (pool: Pool, id: number) =>
  until('the choice', async () => (await findBlast(pool, id))?.pauseReason === 'trial');

/** How many got each body, and the most that one number got. */
export function countBodies({ store }: Emulator) {
  const bodies = Map.groupBy(store.list('sms'), ({ body }) => body);
  return {
    bodies: Object.fromEntries([...bodies].map(([body, all]) => [body, all.length])),
    most: Math.max(0, ...store.perRecipient('sms').values()),
  };
}
