import { createContext, useContext } from 'react';
import type { Me } from '../../../messaging/contract/accounts.ts';
import type { ConsoleWords } from '../../i18n/console-words.ts';
import type { Language } from '../../i18n/language.ts';
import type { Service } from './service.ts';

export type DistrictName = {
  id: string;
  nameHi: string;
  nameEn: string;
  range: string;
  zone: string;
  tileCol: number;
  tileRow: number;
};

/** What every view of the console works with. */
export interface Console {
  language: Language;
  words: ConsoleWords;
  service: Service;
  districts: readonly DistrictName[];
}

export const ConsoleContext = createContext<(Console & { me: Me | null }) | null>(null);

export function useConsole(): Console & { me: Me | null } {
  const found = useContext(ConsoleContext);
  if (found === null) throw new Error('Expected a console around the view, got none');
  return found;
}

/** The officer of a view that only officers see. */
export function useMe(): Me {
  const { me } = useConsole();
  if (me === null) throw new Error('Expected an officer who is signed in, got none');
  return me;
}

/** A district's name as people read it; an empty id is the whole state. */
export function useDistrictName(): (id: string) => string {
  const { districts, language, words } = useConsole();
  return (id) => {
    if (id === '') return words.wholeState;
    const found = districts.find((district) => district.id === id);
    if (found === undefined) return id;
    return language === 'hi' ? found.nameHi : found.nameEn;
  };
}
