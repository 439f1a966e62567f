import type { Pool } from 'pg';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type OfficePlaces, officeName } from '../../../campaigns/offices/office.ts';
import { letterStates } from '../../contract/values.ts';
import type { Attachment } from '../../mail/delivery/letter.ts';
import { countStates } from '../../mail/delivery/letters-sql.ts';
import type { Mail } from '../../mail/delivery/mail.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { addLetters, beginMailing, knownKeys, latestMailing } from './mailings-sql.ts';
import { type KitDraft, type MailingFacts, type MailingKind, planMailing } from './to-districts.ts';

/** Everything that letters to all districts need. */
export interface Mailings extends OfficePlaces {
  pool: Pool;
  mail: Mail;
  /** The draft of a board as a letter carries it. */
  readDraft(draft: KitDraft): Promise<Attachment[]>;
  /** Facts of the letters now, without their sender. */
  facts(): Promise<Omit<MailingFacts, 'signedBy'>>;
}

export async function readFacts(
  mailings: Mailings,
  { role }: Pick<Actor, 'role'>,
): Promise<MailingFacts> {
  return { ...(await mailings.facts()), signedBy: officeName({ role, area: null }, mailings) };
}

/** Says what a mailing would be now, and how the last one of its kind went. */
export async function readMailing(mailings: Mailings, kind: MailingKind, actor: Actor) {
  const { pool } = mailings;
  const plan = await planMailing(pool, kind, await readFacts(mailings, actor));
  const known = await knownKeys(
    pool,
    plan.letters.map(({ key }) => key),
  );
  const latest = await latestMailing(pool, kind);
  const counts = latest === undefined ? {} : await countStates(pool, latest.key);
  return {
    districts: plan.districts.length,
    letters: plan.letters.filter(({ key }) => !known.has(key)).length,
    without: plan.without,
    latest:
      latest === undefined
        ? null
        : {
            ...latest,
            counts: Object.fromEntries(
              letterStates.map((state) => [state, counts[state] ?? 0]),
            ) as Record<(typeof letterStates)[number], number>,
          },
  };
}

/**
 * @throws a refusal `kit-not-made` while no file of the kit is planned, `nothing-to-send` when everybody has it, or nobody's
 * address is known
 */
export async function sendMailing(mailings: Mailings, kind: MailingKind, caller: Caller) {
  const { pool, mail, districts, readDraft } = mailings;
  const facts = await readFacts(mailings, caller.actor);
  // A letter that leads to nothing is not sent.
  if (kind === 'kit' && districts.every(({ id }) => facts.filesOf(id) === 0))
    throw new Refusal('kit-not-made');
  const plan = await planMailing(pool, kind, facts);
  // Several officers of a district get the same one.
  const drafts: Record<string, Promise<Attachment[]>> = {};
  const attach = (draft: KitDraft) => {
    drafts[draft.pdf] ??= readDraft(draft);
    return drafts[draft.pdf] as Promise<Attachment[]>;
  };
  await inTransaction(pool, async (tx) => {
    await beginMailing(tx, { key: plan.key, kind, sentBy: caller.actor.name });
    let written = 0;
    for (const { draft, ...letter } of plan.letters) {
      const attachments = draft === null ? undefined : await attach(draft);
      if (await mail.send(tx, { ...letter, attachments })) written += 1;
    }
    if (written === 0) throw new Refusal('nothing-to-send');
    await addLetters(tx, plan.key, written);
    await writeAudit(tx, {
      ...caller,
      action: 'mailing.send',
      subject: `mailing/${plan.key}`,
      after: { letters: written, districts: plan.districts.length, without: plan.without },
    });
  });
  return readMailing(mailings, kind, caller.actor);
}
