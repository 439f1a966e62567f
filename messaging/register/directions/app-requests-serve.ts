import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { findOffice, maySee, maySupportApp } from '../../../campaigns/directions/rights.ts';
import { toId } from '../../../campaigns/id.ts';
import { readEntries } from '../../kit/entries-sql.ts';
import type { Row } from '../../kit/feature.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Module } from '../../platform/http/module.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { appRequests } from './app-requests-feature.ts';
import { type DirectionSources, readLive } from './live-register.ts';
import { insertApp } from './register-sql.ts';

/** No app without approval: three words of three officers. */
export function openAppRequests(house: House & { directions: DirectionSources }): Module {
  const { directions: sources } = house;
  const { database, directory } = sources;
  const { districts } = directory;
  return serve(appRequests, house, {
    sees: (actor, { office }) => maySee(actor, office, districts),
    rules: {
      ask: async ({ input: { nameHi, nameEn }, caller }) => {
        const home = findOffice(caller.actor);
        if (home === null || toId(nameEn) === '') throw new Refusal('wrong-input');
        const waits = (await readEntries(database.pool, appRequests)).some(
          (each) => each.decidedBy === null && (each.nameHi === nameHi || each.nameEn === nameEn),
        );
        if (waits) throw new Refusal('direction-name-known');
        return { values: { office: officeKey(home) } };
      },
      support: ({ before, caller }): undefined => {
        if (!maySupportApp(caller.actor, before.office, districts))
          throw new Refusal('not-allowed');
      },
      refuse: ({ input }): undefined => {
        if (input.decidedRemark === '') throw new Refusal('direction-remark');
      },
    },
    also: { approve: (tx, { before, caller }) => listApp(tx, sources, before, caller.actor.name) },
  });
}

/** Adds an app to the register, unless it is in use (item 7) and listed already. */
async function listApp(
  tx: Queryable,
  sources: DirectionSources,
  { nameHi: hi, nameEn: en, citizen }: Row<typeof appRequests>,
  by: string,
): Promise<void> {
  const { apps } = (await readLive(sources, tx)).register;
  if (apps.some(({ name }) => name.hi === hi || name.en === en)) return;
  const app = { id: toId(en), name: { hi, en }, citizen, by };
  if (apps.some(({ id }) => id === app.id) || !(await insertApp(tx, app)))
    throw new Refusal('direction-name-known');
}
