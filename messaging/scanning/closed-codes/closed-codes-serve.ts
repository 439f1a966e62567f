import type { Actor } from '../../../campaigns/offices/actor.ts';
import { can, type Place } from '../../../campaigns/offices/permission.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
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
    rules: {
      close: async ({ input, caller }) => {
        const { code, district, subject } = await findOwnCode(options, input.code, caller.actor);
        return { values: { code, district }, entry: { subject, after: { ...input, code } } };
      },
      open: async ({ input, before, caller }) => {
        const { code, reason, role } = before;
        if (role !== caller.actor.role) throw new Refusal('closed-by-other');
        const { subject } = await findOwnCode(options, code, caller.actor);
        return { entry: { subject, before: { code, reason }, after: { ...input, code } } };
      },
    },
  });
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
