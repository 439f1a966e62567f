import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import type { UnknownDecision } from '../../contract/values.ts';
import {
  type ActOutcome,
  auditedBy,
  byOfficer,
  type DoOrHold,
  describeMaker,
} from '../../kit/held-acts.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findReconcile } from '../gateways/gateway.ts';
import { countUnknown, settleByOfficer } from '../ledger/unknown-sql.ts';
import { type Blast, listGateways } from './blast.ts';
import { auditBlast, type BlastDependencies } from './blast-request.ts';
import { findBlast } from './blasts-sql.ts';

type Parts = Pick<BlastDependencies, 'database' | 'gateways' | 'heldActs'>;
interface Settled {
  settled: number;
}
type SendAgain = DoOrHold<{ blast: number }, Settled>;
export type SettleUnknown = (
  wanted: { blast: Blast; decision: UnknownDecision; reason: string },
  caller: Caller,
) => Promise<ActOutcome<Settled>>;

/** Decides what becomes of numbers of whom nobody knows whether they were reached. Sending again takes two officers. */
export function openSettleUnknown(parts: Parts): SettleUnknown {
  const sendAgain: SendAgain = parts.heldActs.open({
    kind: 'blast.send-again',
    title: ['संदिग्ध संदेश दोबारा भेजना', 'Sending again what is in doubt'],
    may: 'blast.approve',
    judge: async (tx, { blast }) => judgeSendAgain(parts, tx, await mustFind(tx, blast)),
    async apply(tx, { blast: id }, by) {
      const blast = await mustFind(tx, id);
      const done = { blast, decision: 'send-again', two: describeMaker(by) } as const;
      return settle(parts, tx, done, auditedBy(by));
    },
  });
  return async ({ blast, decision, reason }, caller) => {
    if (decision === 'send-again') {
      const subject = `blast/${blast.id}`;
      return sendAgain({
        ...byOfficer(caller),
        reason,
        subject,
        input: { blast: blast.id },
        district: blast.district ?? undefined,
      });
    }
    const result = await inTransaction(parts.database.pool, (tx) =>
      settle(parts, tx, { blast, decision }, caller),
    );
    return { kind: 'done', result };
  };
}

async function mustFind(tx: Queryable, id: number): Promise<Blast> {
  const blast = await findBlast(tx, id);
  if (blast === null) throw new Refusal('no-such-blast');
  return blast;
}

async function judgeSendAgain(parts: Parts, tx: Queryable, blast: Blast): Promise<Effect> {
  if (listGateways(blast).some((name) => isListing(parts, blast, name)))
    throw new Refusal('may-have-arrived');
  // It would wait for ever: nothing of the blast goes out any more.
  if (blast.status === 'finished' || blast.status === 'stopped')
    throw new Refusal('not-possible', { status: blast.status });
  const { again, known } = await countUnknown(tx, blast.id);
  if (again === 0) return { changes: [], findings: [] };
  return {
    changes: [{ what: { hi: 'दोबारा जाएँगे', en: 'Sent again' }, before: 0, after: again }],
    findings: [
      {
        code: 'may-double',
        hi: 'इनमें से कई पहले ही पहुँच चुके हो सकते हैं, और तब दो बार पहुँचेंगे। इसका निर्णय दो अधिकारी लेते हैं।',
        en: 'Many of them may have arrived already, and would arrive twice. Two officers decide on that.',
      },
      ...(known === 0
        ? []
        : [
            {
              code: 'receipt-there',
              hi: `${known} दोबारा नहीं जाएँगे: उनका कोई भाग या उनकी पावती प्रदाता के पास है।`,
              en: `${known} are not sent again: a part of them, or a receipt, is known.`,
            },
          ]),
    ],
  };
}

const isListing = ({ gateways }: Parts, { channel }: Blast, name: string): boolean =>
  findReconcile(gateways[name], channel) === 'list';

async function settle(
  parts: Parts,
  tx: Queryable,
  { blast, decision, two }: { blast: Blast; decision: UnknownDecision; two?: object },
  caller: Parameters<typeof auditBlast>[2],
): Promise<Settled> {
  let settled = 0;
  for (const gateway of listGateways(blast)) {
    const of = { decision, lists: isListing(parts, blast, gateway), gateway };
    settled += await settleByOfficer(tx, blast.id, of);
  }
  const after = { decision, settled, ...two };
  await auditBlast(tx, { verb: 'settle', blast, before: blast, after }, caller);
  return { settled };
}
