import type { Pool } from 'pg';
import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import {
  auditedBy,
  byOfficer,
  type DoneBy,
  type DoOrHold,
  describeMaker,
  type HeldActs,
} from '../../kit/held-acts.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { endStop } from './consent-events-sql.ts';
import { deleteNumber, lookUpNumber } from './look-up-sql.ts';
import { maskNumber, parseHeldNumber } from './number.ts';
import { digits, listOptOuts, readOptOut, recordOptOuts } from './opt-outs-sql.ts';

/** Every look at one number is in the audit log. */
export async function readNumber(pool: Pool, number: string, caller: Caller) {
  const e164 = parseHeldNumber(number);
  await inTransaction(pool, (tx) => audit(tx, { action: 'number.look-up', e164 }, caller));
  return {
    number: maskNumber(e164),
    ...(await lookUpNumber(pool, e164)),
  };
}

interface StopEnd {
  /** E.164 */
  number: string;
  /** Number and day of the owner's written request. */
  paper: string;
}
/** Acts that end a citizen's own stop: one officer alone does neither. */
export interface StopEnds {
  remove: DoOrHold<StopEnd, { changed: boolean }>;
  forget: DoOrHold<StopEnd & { keepOptOut: boolean }, { held: number }>;
}

/** While one waits for a second officer it has the number; decided, it has none any more. */
export function openStopEnds({ open }: HeldActs): StopEnds {
  return {
    remove: open({
      kind: 'opt-out.remove',
      title: ['रोक-सूची से नंबर हटाना', 'Taking a number off the stop list'],
      may: 'blast.run',
      judge: judgeStopEnd,
      async apply(tx, { number: e164, paper }, by) {
        const changed = await endStop(tx, digits(e164), {
          enteredBy: [by.madeBy, by.checker?.name].filter(Boolean).join(', '),
          evidence: `${paper}: ${by.reason}`,
        });
        await auditDone(tx, { action: 'opt-out.remove', e164, after: { changed, paper } }, by);
        return { changed };
      },
    }),
    forget: open({
      kind: 'number.delete',
      title: ['नंबर और उसकी रोक मिटाना', 'Deleting a number and its stop'],
      may: 'blast.run',
      judge: async (tx, { keepOptOut, ...input }) =>
        keepOptOut ? { changes: [], findings: [] } : judgeStopEnd(tx, input),
      async apply(tx, { number: e164, keepOptOut, paper }, by) {
        const held = await deleteNumber(tx, e164, keepOptOut);
        const after = { held, keepOptOut, ...(paper !== '' && { paper }) };
        await auditDone(tx, { action: 'number.delete', e164, after }, by);
        return { held };
      },
    }),
  };
}

async function judgeStopEnd(tx: Queryable, { number, paper }: StopEnd): Promise<Effect> {
  const stop = await readOptOut(tx, number);
  if (stop === null) return { changes: [], findings: [] };
  if (paper === '') throw new Refusal('stop-paper');
  const since = stop.at.toISOString().slice(0, 10);
  return {
    changes: [
      { what: { hi: 'रोक-सूची में', en: 'On the stop list since' }, before: since, after: null },
      { what: { hi: 'नागरिक का पत्र', en: 'Paper of the citizen' }, before: null, after: paper },
    ],
    findings: [
      {
        code: 'ends-stop',
        hi: 'रोक नागरिक स्वयं हटाता है, या उसके लिखित अनुरोध पर दो अधिकारी, कारण लिखकर।',
        en: 'A stop is ended by the citizen, or on their written request by two officers, with a reason.',
      },
    ],
  };
}

/** Input of such an act, and how it is named. */
export function wantStopEnd<Rest extends object>(
  { number, reason, ...rest }: Rest & { number: string; reason: string },
  caller: Caller,
) {
  const e164 = parseHeldNumber(number);
  return {
    ...byOfficer(caller),
    reason,
    input: { number: e164, ...rest },
    subject: `number/${maskNumber(e164)}`,
  };
}

export async function showOptOuts(pool: Pool, page: { limit: number; offset: number }) {
  const { total, entries } = await listOptOuts(pool, page);
  return {
    total,
    entries: entries.map((entry) => ({
      ...entry,
      number: maskNumber(entry.number),
    })),
  };
}

/** @returns whether anything changed */
export function addOptOut(pool: Pool, number: string, caller: Caller): Promise<boolean> {
  const e164 = parseHeldNumber(number);
  return inTransaction(pool, async (tx) => {
    const enteredBy = caller.actor.name;
    const changed = (await recordOptOuts(tx, [e164], 'officer', { enteredBy })) > 0;
    await audit(tx, { action: 'opt-out.add', e164, after: { changed } }, caller);
    return changed;
  });
}

interface Entry {
  action: string;
  e164: string;
  after?: Record<string, unknown>;
}

async function audit(
  tx: Queryable,
  { action, e164, after }: Entry,
  by: ReturnType<typeof auditedBy>,
): Promise<void> {
  await writeAudit(tx, { ...by, action, subject: `number/${maskNumber(e164)}`, after });
}

/** Names both officers and the reason where there were two. */
function auditDone(tx: Queryable, entry: Entry, by: DoneBy): Promise<void> {
  return audit(tx, { ...entry, after: { ...entry.after, ...describeMaker(by) } }, auditedBy(by));
}
