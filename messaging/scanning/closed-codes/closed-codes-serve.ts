import { countSaid, isBoardBeyond } from '../../../campaigns/activities/exceeded-count.ts';
import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import { judgedDays } from '../../../campaigns/held-acts/judge-totals.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { can, type Place } from '../../../campaigns/offices/permission.ts';
import { closedCodeEffects as words } from '../../../campaigns/words/effect-words.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Module } from '../../platform/http/module.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { closedCodes } from './closed-codes-feature.ts';

interface ClosedCodeOptions extends House {
  /** Tells the scans of this process; those of others look every few seconds. */
  onChange(): Promise<void>;
}

/** Offices close codes and open them again; what a scan of one answers is the scans' own. */
export function openClosedCodes(options: ClosedCodeOptions): Module {
  return serve(closedCodes, options, {
    conflict: 'code-closed',
    changed: options.onChange,
    // A misused code of one station is closed at once; what many meet, and what leads to the app again, is read twice.
    judge: {
      async close(tx, { input: { remark }, ruled: { values = {} } }) {
        const { code = '', district = '' } = values;
        const isOfStation = (await options.ownerOf(code))?.owner.scope === 'station';
        const isHeld = !isOfStation || (await isBeyond(tx, options, district));
        return judge(code, { isClosed: true, remark, isHeld });
      },
      async open(_tx, { before: { code }, input: { remark } }) {
        return judge(code, { isClosed: false, remark, isHeld: true });
      },
    },
    rules: {
      close: async ({ input, caller }) => {
        const { code, district, subject } = await findOwnCode(options, input.code, caller.actor);
        return { values: { code, district }, entry: { subject, after: { ...input, code } } };
      },
      open: async ({ input, before, caller }) => {
        const { code, reason, role } = before;
        if (role !== caller.actor.role) throw new Refusal('closed-by-other');
        const { subject } = await findOwnCode(options, code, caller.actor);
        return {
          entry: { subject, before: { code, reason }, after: { code, remark: input.remark } },
        };
      },
    },
  });
}

/** As many codes of a district are closed in a day without a second officer. */
const most = 3;

/** Whether one more is too many of a district or of the state, in a day or as small ones are added up. */
async function isBeyond(
  tx: Queryable,
  { clock, directory }: House,
  district: string,
): Promise<boolean> {
  const now = clock.now();
  const closed = await queryRows<{ district: string; at: Date }>(tx)`
    SELECT district, closed_at AS at FROM closed_code
    WHERE closed_at > ${now}::timestamptz - ${judgedDays} * interval '1 day'`;
  const known = directory.stations.length;
  return isBoardBeyond({ known, ...countSaid(closed, { district, now }) }, most);
}

function judge(
  code: string,
  { isClosed, remark, isHeld }: { isClosed: boolean; remark: string; isHeld: boolean },
): Effect {
  const { open, closed } = words;
  const finding = {
    code: 'code',
    noReason: true as const,
    ...(isClosed ? words.many : words.again),
  };
  return {
    changes: [
      {
        what: words.codeOf(code),
        before: isClosed ? open : closed,
        after: isClosed ? closed : open,
      },
      { what: words.remark, before: null, after: remark },
    ],
    findings: isHeld ? [finding] : [],
  };
}

/** A code that the actor may close: of a district those of its stations, of HQ all. */
async function findOwnCode(
  { ownerOf, directory }: House,
  typed: string,
  actor: Actor,
): Promise<{ code: string; district: string; subject: string }> {
  const owned = await ownerOf(typed);
  if (owned === undefined) throw new Refusal('not-found');
  const { code, owner } = owned;
  const district = 'district' in owner ? owner.district : '';
  const place: Place =
    (owner.scope === 'station' && directory.districts.find(({ id }) => id === district)) || 'state';
  if (!can(actor, 'code.close', place)) throw new Refusal('outside-area');
  const subject =
    owner.scope === 'station' ? `station/${district}/${owner.station}` : `short-code/${code}`;
  return { code, district, subject };
}
