import { listTargets } from '../../../campaigns/links/targets.ts';
import type { Row } from '../../kit/feature.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Module } from '../../platform/http/module.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Scans } from '../../scanning/scans/module.ts';
import { detours } from './detours-feature.ts';
import { hasApprover } from './studio-sql.ts';

interface Decided {
  before: Row<typeof detours>;
  caller: Caller;
}

/** Officers let codes lead elsewhere; the scans follow at once. */
export function openDetourRequests(
  house: House & { scans: Pick<Scans, 'registry' | 'detours'> },
): Module {
  const { campaign, scans } = house;
  // An administrator decides only where no account of HQ could.
  const leaveToApprover = async (tx: Queryable, { before, caller }: Decided) => {
    if (caller.actor.role === 'admin' && (await hasApprover(tx, before.draftedById)))
      throw new Refusal('administrator-waits');
  };
  return serve(detours, house, {
    changed: scans.detours.reload,
    rules: {
      submit: async ({ input: { channel, code, target, validFrom, validUntil } }) => {
        if ((code === null) === (channel === null))
          throw new Refusal('wrong-input', { place: 'body.code' });
        if (validUntil !== null && validUntil <= validFrom)
          throw new Refusal('impossible-moment', { place: 'body.validUntil' });
        if (!listTargets(campaign).some(({ id }) => id === target))
          throw new Refusal('wrong-input', { place: 'body.target', found: target });
        const owned = code === null ? undefined : await scans.registry.find(code);
        if (code !== null && owned === undefined) throw new Refusal('detour-code', { found: code });
        return { values: { code: owned?.code ?? null } };
      },
    },
    also: { approve: leaveToApprover, return: leaveToApprover },
  });
}
