import { useMemo } from 'react';
import {
  noteContent,
  type PressNoteContent,
} from '../../../../../campaigns/press-notes/note-content.ts';
import type { PressNoteFields } from '../../../../../campaigns/press-notes/note-fields.ts';
import type { PressForm } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';

/** The note as the service would write it, without its number. */
export function useNoteContent(
  fields: PressNoteFields,
  lists: PressForm,
  district: string,
): PressNoteContent {
  const { districts, campaign } = useConsole();
  return useMemo(() => {
    const { pressNotes, app, link, typedLink, stations, services } = lists;
    const found = districts.find(({ id }) => id === district);
    return noteContent(fields, {
      pressNotes,
      app,
      force: campaign.force,
      link,
      typedLink,
      district: { hi: found?.nameHi ?? district, en: found?.nameEn ?? district },
      services: new Map(services.map(({ id, name }) => [id, name])),
      stations: new Map(stations.map(({ id, name }) => [id, name])),
      number: null,
      issuedOn: null,
    });
  }, [fields, lists, district, districts, campaign]);
}
