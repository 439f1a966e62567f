import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import { sentEffects } from '../../../campaigns/words/effect-words.ts';
import type { Pair } from '../../../campaigns/words/pairs.ts';
import type { UnknownDecision } from '../../contract/values.ts';
import {
  type ActOutcome,
  auditedBy,
  byOfficer,
  type DoOrHold,
  describeMaker,
} from '../../kit/held-acts.ts';
import { type Queryable, tryOut } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findReconcile } from '../gateways/gateway.ts';
import { countUnknown, settleByOfficer } from '../ledger/unknown-sql.ts';
import { type Blast, listGateways } from './blast.ts';
import { auditBlast, type BlastDependencies } from './blast-request.ts';
import { findBlast } from './blasts-sql.ts';
import { listSentMoves } from './sent-moves.ts';

type Parts = Pick<BlastDependencies, 'database' | 'gateways' | 'heldActs'>;
interface Settled {
  settled: number;
}
type Settle = DoOrHold<{ blast: number }, Settled>;
export type SettleUnknown = (
  wanted: { blast: Blast; decision: UnknownDecision; reason: string },
  caller: Caller,
) => Promise<ActOutcome<Settled>>;

/** Decides what becomes of numbers of whom nobody knows whether they were reached: by two officers, where it is more than training. */
export function openSettleUnknown(parts: Parts): SettleUnknown {
  const open = (
    decision: UnknownDecision,
    of: { kind: string; title: Pair },
    judge: typeof judgeSendAgain,
  ): Settle =>
    parts.heldActs.open({
      ...of,
      may: 'blast.approve',
      judge: async (tx, { blast }) => judge(parts, tx, await mustFind(tx, blast)),
      async apply(tx, { blast: id }, by) {
        const blast = await mustFind(tx, id);
        const settled = await settle(parts, tx, { blast, decision });
        const after = { decision, settled, ...describeMaker(by) };
        await auditBlast(tx, { verb: 'settle', blast, before: blast, after }, auditedBy(by));
        return { settled };
      },
    });
  const doors: Record<UnknownDecision, Settle> = {
    'send-again': open(
      'send-again',
      {
        kind: 'blast.send-again',
        title: ['संदिग्ध संदेश दोबारा भेजना', 'Sending again what is in doubt'],
      },
      judgeSendAgain,
    ),
    'count-as-sent': open(
      'count-as-sent',
      {
        kind: 'blast.count-as-sent',
        title: ['संदिग्ध संदेशों को भेजा गया मानना', 'Counting as sent what is in doubt'],
      },
      judgeCounting,
    ),
  };
  return ({ blast, decision, reason }, caller) =>
    doors[decision]({
      ...byOfficer(caller),
      reason,
      subject: `blast/${blast.id}`,
      input: { blast: blast.id },
      district: blast.district ?? undefined,
    });
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

/** Nobody knows whether these left at all: they join the public total by an officer's word. */
async function judgeCounting(parts: Parts, tx: Queryable, blast: Blast): Promise<Effect> {
  const sent = await tryOut(tx, () => settle(parts, tx, { blast, decision: 'count-as-sent' }));
  if (sent === 0 || blast.gateway === 'emulator') return { changes: [], findings: [] };
  const changes = await listSentMoves(tx, blast, { sent, delivered: 0 });
  return { changes, findings: [{ code: 'counted', ...sentEffects.byWord }] };
}

async function settle(
  parts: Parts,
  tx: Queryable,
  { blast, decision }: { blast: Blast; decision: UnknownDecision },
): Promise<number> {
  let settled = 0;
  for (const gateway of listGateways(blast)) {
    const of = { decision, lists: isListing(parts, blast, gateway), gateway };
    settled += await settleByOfficer(tx, blast.id, of);
  }
  return settled;
}
