import type { Bilingual } from '../bilingual.ts';
import { ownFields } from '../own-fields/own-fields.ts';
import type { EditableField, StudioContent, UrduNames } from './studio-fields.ts';

interface Named {
  id: string;
  name: Bilingual;
}

/**
 * Items of a list that may have a name in Urdu, with their other names.
 * @param edits the campaign's edited fields
 * @param districts where they are known; else those that have a name in Urdu, by their ids
 */
export function urduNamed(
  names: UrduNames,
  edits: Readonly<Partial<Record<EditableField, unknown>>>,
  districts?: readonly { id: string; nameHi: string; nameEn: string }[],
): Named[] {
  const content = edits as StudioContent;
  const groups = content.serviceGroups ?? [];
  const services = groups.flatMap((group) => group.services);
  switch (names) {
    case 'serviceGroups':
      return groups.map(({ id, name }) => ({ id, name }));
    case 'services':
      return services.map(({ id, name }) => ({ id, name }));
    case 'boardServices':
      return services.flatMap(({ id, board }) =>
        board === undefined ? [] : [{ id, name: board }],
      );
    case 'helpLines':
      return (content.helpLines ?? []).map(({ number, name }) => ({
        id: number,
        name: { hi: `${number} ${name.hi}`, en: `${number} ${name.en}` },
      }));
    case 'ownFields':
      return ownFields.flatMap(({ id, caption, label }) =>
        caption === null ? [] : [{ id, name: { hi: caption, en: label.en } }],
      );
    case 'districts':
      return (
        districts?.map(({ id, nameHi, nameEn }) => ({ id, name: { hi: nameHi, en: nameEn } })) ??
        Object.keys(content.urdu?.districts ?? {}).map((id) => ({ id, name: { hi: id, en: id } }))
      );
  }
}
