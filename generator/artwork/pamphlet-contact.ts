import type { FieldRow, Imprint, Kit, NameGrid, Page } from './artwork.ts';
import { slotBox } from './artwork.ts';
import { setFields, stampFields } from './own-fields.ts';
import { stampName } from './stamp.ts';

/**
 * The foot of the pamphlet's back: the sentence that sends people to the station, and whom to ask under it.
 * @param contact where the sentence hangs
 */
export function pamphletContact(fields: FieldRow, contact: NameGrid) {
  const stamp: Page['stamp'] = (slots, imprint, kit) => {
    const gridText = sentence(imprint, kit);
    const set = setFields(kit, fields, { gridText, values: imprint.ownFields });
    const grid = set?.grid ?? contact;
    return [
      ...stampName(slotBox(slots, 'contact'), gridText, kit, {
        grid,
        ink: 'paper',
        part: 'contact',
      }),
      ...stampFields(kit, set?.texts ?? []),
    ];
  };
  return { fields: { row: fields, gridText: sentence }, stamp };
}

function sentence({ name }: Pick<Imprint, 'name'>, { campaign }: Pick<Kit, 'campaign'>): string {
  return campaign.copy.pamphlet.contact.hi.replace('{station}', name);
}
