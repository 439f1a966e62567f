import type { CodeSupply } from '../../../campaigns/links/code-shares.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { reserveShortCode, returnShortCode } from '../../scanning/short-codes/short-codes-sql.ts';
import { wasTried } from '../ledger/test-messages-sql.ts';
import type { Blast } from './blast.ts';
import { findBlastLocked, isSharedCode, putShortCode, putTrialCodes } from './blasts-sql.ts';

/**
 * Gives a blast its code, and each text of a trial its own, once it is really needed: when it is approved or tried on a phone. A draft alone has
 * none.
 * @throws a refusal where the share of its office is used up
 */
export async function holdCode(tx: Queryable, supply: CodeSupply, id: number): Promise<Blast> {
  const blast = await findBlastLocked(tx, id);
  if (blast === null) throw new Refusal('no-such-blast');
  if (blast.trial !== null && blast.trialCodes === null) {
    await putTrialCodes(tx, id, [
      await reserve(tx, supply, blast),
      await reserve(tx, supply, blast),
    ]);
  }
  if (blast.shortCode !== null) return (await findBlastLocked(tx, id)) ?? blast;
  return putShortCode(tx, blast, await reserve(tx, supply, blast));
}

async function reserve(
  tx: Queryable,
  supply: CodeSupply,
  { district: office, channel: way }: Blast,
): Promise<string> {
  // A link that is tapped in a message, whichever it is.
  const channel = way === 'ivr' ? 'ivr' : 'sms';
  const code = await reserveShortCode(tx, supply, { office, channel });
  if (typeof code !== 'string') throw new Refusal(code.refusal, { office, use: channel });
  return code;
}

/** Gives the codes of a blast back that is stopped before anything of it could have left the house. */
export async function giveBackUnsent(tx: Queryable, blast: Blast): Promise<void> {
  const { shortCode, startedAt, packTakenAt } = blast;
  if (shortCode === null || startedAt !== null || packTakenAt !== null) return;
  if (await wasTried(tx, blast.id)) return;
  // The SMS beside WhatsApp has the code of its blast, which is out.
  if (await isSharedCode(tx, blast)) return;
  await putShortCode(tx, blast, null);
  await putTrialCodes(tx, blast.id, null);
  for (const code of [shortCode, ...(blast.trialCodes ?? [])]) await returnShortCode(tx, code);
}
