import { createContext, useContext } from 'react';
import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import type { Campaign } from '../../../../campaigns/campaign.ts';
import type { Areas } from '../../../../campaigns/directory/areas-schema.ts';
import { pickName } from '../../../../campaigns/directory/pick-name.ts';
import type { OwnLanguage } from '../../../../campaigns/language.ts';
import { type Action, rolesFor } from '../../../../campaigns/offices/permission.ts';
import type { Me } from '../../../../messaging/people/accounts/accounts-schemas.ts';
import type { ConsoleWords } from '../../../i18n/console-words.ts';
import { formats } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/language.ts';
import type { Service } from './service.ts';

export interface DistrictName {
  id: string;
  nameHi: string;
  nameEn: string;
  range: string;
  zone: string;
  tileCol: number;
  tileRow: number;
}

/** Names of the campaign that views show. */
export interface ConsoleCampaign {
  id: string;
  app: string;
  /** The force whose app it is. */
  force: Bilingual;
  /** Title of the office that runs the campaign. */
  office: Bilingual;
  own: OwnLanguage;
  /** Papers that its letters cite. */
  citations: Campaign['citations'];
  demonstration: Campaign['demonstration'];
  /** Services of the app, as citizens find them. */
  services: readonly { id: string; name: Bilingual }[];
}

export interface Console {
  language: Language;
  words: ConsoleWords;
  service: Service;
  districts: readonly DistrictName[];
  areas: Areas;
  /** The campaign has artwork in Urdu. */
  hasUrdu: boolean;
  campaign: ConsoleCampaign;
}

export const ConsoleContext = createContext<(Console & { me: Me | null }) | null>(null);

type Found<Words> = Omit<Console, 'words'> & {
  me: Me | null;
  words: Words;
  /** Numbers, amounts and days as the officer reads them. */
  format: (typeof formats)[Language];
};

/** The console around a view, with the view's words in place of those that all views share where it names some. */
export function useConsole(): Found<ConsoleWords>;
export function useConsole<Words>(wordsIn: (language: Language) => Words): Found<Words>;
export function useConsole(wordsIn?: (language: Language) => unknown): Found<unknown> {
  const found = useContext(ConsoleContext);
  if (found === null) throw new Error('Expected a console around the view, got none');
  const { language, words } = found;
  return { ...found, words: wordsIn?.(language) ?? words, format: formats[language] };
}

/** The officer of a view that only officers see. */
export function useMe(): Me {
  const { me } = useConsole();
  if (me === null) throw new Error('Expected an officer who is signed in, got none');
  return me;
}

/** Whether the officer may do an action somewhere. */
export function useMay(): (action: Action) => boolean {
  const { role } = useMe();
  return (action) => rolesFor(action).includes(role);
}

/** A district's name as people read it; an empty id is the whole state. */
export function useDistrictName(): (id: string) => string {
  const { districts, language, words } = useConsole();
  return (id) => {
    if (id === '') return words.wholeState;
    const found = districts.find((district) => district.id === id);
    if (found === undefined) return id;
    return pickName(found, language);
  };
}
