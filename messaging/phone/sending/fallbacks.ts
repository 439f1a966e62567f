import { pendingCode } from '../../../campaigns/links/short-code.ts';
import { restOfBudget } from '../../../campaigns/messages/draft-fields.ts';
import { sendingHours } from '../../../campaigns/messages/legal-hours.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Blast } from '../blasts/blast.ts';
import type { BlastDraft } from '../blasts/draft-schemas.ts';
import { findDueFallbacks, insertApproved } from '../blasts/fallbacks-sql.ts';
import type { SealedParts } from '../blasts/seal.ts';
import type { SchedulerDependencies } from './scheduler.ts';

/**
 * Begins the SMS of WhatsApp blasts that are over: a separate blast, only to those of whom WhatsApp has said that they are not
 * there, and where that was approved to those of whom no delivery is known after some hours. It was approved with its blast,
 * and is planned, tried on a canary and kept in the ledger like any other.
 */
export async function beginFallbacks(
  dependencies: Pick<SchedulerDependencies, 'pool' | 'gateways' | 'paise' | 'audit' | 'log'> &
    SealedParts,
): Promise<void> {
  const { pool, gateways, audit, log } = dependencies;
  const codes = Object.fromEntries(
    Object.entries(gateways).map(([name, { whatsapp }]) => [name, whatsapp?.noWhatsappCodes ?? []]),
  );
  for (const parent of await findDueFallbacks(pool, codes)) {
    const draft = toDraft(parent);
    if (draft === null) continue;
    const id = await inTransaction(pool, async (tx) => {
      const inserted = await insertApproved(tx, parent, { draft, parts: dependencies });
      if (inserted === null) return null;
      await audit(tx, {
        actor: 'service',
        action: 'blast.fallback',
        subject: `blast/${inserted}`,
        district: parent.district ?? undefined,
        after: { parentId: parent.id, gateway: draft.gateway, texts: draft.texts },
      });
      return inserted;
    });
    if (id !== null) log.info({ blast: id, parent: parent.id }, 'the SMS beside a WhatsApp blast');
  }
}

/** With the one link of its blast, and what that has left of the ceiling. */
function toDraft(parent: Blast & { spentPaise: number }): BlastDraft | null {
  const { fallback, shortCode, spentPaise } = parent;
  if (fallback === null || shortCode === null) return null;
  const budget = restOfBudget(parent, spentPaise);
  if (budget === null) return null;
  const texts = JSON.stringify(fallback.texts).replaceAll(`/q/${pendingCode}`, `/q/${shortCode}`);
  return {
    ...parent,
    ...fallback,
    ...budget,
    texts: JSON.parse(texts) as BlastDraft['texts'],
    name: `${parent.name.slice(0, 190)} (SMS)`,
    channel: 'sms',
    window: sendingHours(parent) ?? parent.window,
    trial: null,
    startsAt: null,
    further: [],
    fallback: null,
    repeat: null,
  };
}
