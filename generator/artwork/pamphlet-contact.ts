import type { Campaign } from '../../campaigns/campaign.ts';
import { ownFields } from '../../campaigns/print/own-fields/own-fields.ts';
import type { FieldRow, Imprint, Kit, NameGrid, Page } from './artwork.ts';
import { slotBox } from './artwork.ts';
import { setFields, stampFields } from './own-fields.ts';
import { stampName } from './stamp.ts';

/**
 * The foot of the pamphlet's back: the sentence that sends people to the station, and whom to ask under it.
 * @param contact where the sentence hangs
 */
export function pamphletContact(fields: FieldRow, contact: NameGrid) {
  const gridText = (imprint: Imprint, { campaign }: Pick<Kit, 'campaign'>) =>
    contactSentence(campaign, imprint, true);
  const stamp: Page['stamp'] = (slots, imprint, kit) => {
    const set = setFields(kit, fields, {
      gridText: gridText(imprint, kit),
      values: imprint.ownFields,
    });
    const text = contactSentence(kit.campaign, imprint, set !== undefined);
    return [
      ...stampName(slotBox(slots, 'contact'), text, kit, {
        grid: set?.grid ?? contact,
        ink: 'paper',
        part: 'contact',
      }),
      ...stampFields(kit, set?.texts ?? []),
    ];
  };
  return { fields: { row: fields, gridText }, stamp };
}

/** The sentence with the station's own number, unless that is on the row under it; those that all may call are over it. */
export function contactSentence(
  { copy }: Pick<Campaign, 'copy'>,
  { name, ownFields: values = {} }: Pick<Imprint, 'name' | 'ownFields'>,
  hasRow: boolean,
): string {
  const { contact, contactCall } = copy.pamphlet;
  const own = ownFields.find(({ id }) => numbers.has(id) && values[id] !== undefined);
  const { hi } = contactCall === undefined || own === undefined || hasRow ? contact : contactCall;
  const number = own?.written(values[own.id] ?? '') ?? '';
  return hi.replace('{station}', name).replace('{number}', number);
}

const numbers: ReadonlySet<string> = new Set(['cug', 'help-number']);
