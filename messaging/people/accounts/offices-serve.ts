import { toId } from '../../../campaigns/id.ts';
import { readEntries } from '../../kit/entries-sql.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import type { Module } from '../../platform/http/module.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { addedOffices } from './offices-feature.ts';
import { countOfficers } from './offices-sql.ts';

interface Named {
  nameHi: string;
  nameEn: string;
}

/** Offices that headquarters adds. What an office is known by is never used again: an ended one is opened again instead. */
export function openAddedOffices(house: House): Module {
  const { database, campaign } = house;
  async function requireNewName({ nameHi, nameEn }: Named, { own = -1, area = '' }) {
    const added = (await readEntries(database.pool, addedOffices)).filter(({ id }) => id !== own);
    const known = [
      ...added,
      ...Object.entries(campaign.areas.branches)
        .filter(([id]) => id !== area)
        .map(([id, { hi, en }]) => ({ area: id, nameHi: hi, nameEn: en })),
    ];
    const isKnown = known.some(
      (each) => each.nameHi === nameHi || each.nameEn === nameEn || each.area === toId(nameEn),
    );
    if (isKnown) throw new Refusal('direction-name-known');
  }
  return serve(addedOffices, house, {
    conflict: 'direction-name-known',
    rules: {
      async add({ input }) {
        const area = toId(input.nameEn);
        if (area === '') throw new Refusal('wrong-input');
        await requireNewName(input, {});
        return { values: { area } };
      },
      async rename({ input, before }): Promise<undefined> {
        await requireNewName(input, { own: before.id, area: before.area });
      },
    },
    also: {
      async end(tx, { before }) {
        const count = await countOfficers(tx, before.area);
        if (count > 0) throw new Refusal('office-has-accounts', { count });
      },
    },
  });
}
