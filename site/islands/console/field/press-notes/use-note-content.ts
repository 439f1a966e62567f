import { useMemo } from 'react';
import { knownWords } from '../../../../../campaigns/press-notes/check-text.ts';
import {
  noteContent,
  type PressNoteContent,
} from '../../../../../campaigns/press-notes/note-content.ts';
import type {
  PressNoteFields,
  TypedField,
  TypedTexts,
} from '../../../../../campaigns/press-notes/note-fields.ts';
import { type FieldFinding, publicText } from '../../../../../campaigns/press-notes/public-text.ts';
import type {
  PressForm,
  PressNoteDetail,
} from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
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

export interface PanelProps {
  detail: PressNoteDetail;
  /** Called with the changed note and the words for what was done. */
  onDone: (detail: PressNoteDetail, said: string) => void;
}

/** Finds in the typed words what the service would refuse or warn of. */
export function useFindings(
  { title, details }: TypedTexts,
  { places, pressNotes }: PressForm,
): FieldFinding<TypedField>[] {
  const known = useMemo(() => knownWords(places, pressNotes.sections), [places, pressNotes]);
  return useMemo(() => publicText({ title, details }, known), [title, details, known]);
}

const view = '/console/press-notes/';

export const listPath = (language: Language) => localPath(language, view);
export const newPath = (language: Language) => `${listPath(language)}?new`;
export const notePath = (language: Language, id: number) => `${listPath(language)}?id=${id}`;
export const editPath = (language: Language, id: number) => `${listPath(language)}?edit=${id}`;
