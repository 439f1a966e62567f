import { createContext, useContext } from 'react';
import { obligationTitle } from '../../../../../campaigns/directions/directions.ts';
import type {
  DirectionCatalogue,
  ShownDirection,
  ShownObligation,
} from '../../../../../messaging/register/directions/directions-schemas.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';

export const RegisterContext = createContext<DirectionCatalogue | null>(null);

export interface Named {
  direction: ShownDirection;
  obligation: ShownObligation;
}

/** The directions by their ids, and the names of the offices. */
export function useRegister() {
  const catalogue = useContext(RegisterContext);
  const { language, format } = useConsole();
  if (catalogue === null) throw new Error('Expected the register around the view, got none');
  const find = (obligation: string): Named | undefined => {
    for (const direction of catalogue.directions) {
      const found = direction.obligations.find(({ id }) => id === obligation);
      if (found !== undefined) return { direction, obligation: found };
    }
    return undefined;
  };
  const nameObligation = (obligation: string) => {
    const named = find(obligation);
    return named === undefined ? '' : obligationTitle(named.direction, named.obligation)[language];
  };
  const officeName = (key: string) =>
    catalogue.offices.find((office) => office.key === key)?.name[language] ?? key;
  /** A paper with its number and day, in a line. */
  const paperText = (id: string) => {
    const paper = catalogue.papers.find((each) => each.id === id);
    if (paper === undefined) return id;
    const number = paper.number === '–' ? '' : `, ${paper.number}`;
    return `${paper.title[language]}${number}, ${format.day(paper.day)}`;
  };
  return { catalogue, find, nameObligation, officeName, paperText };
}

const view = '/console/directions/';

export const owedPath = (language: Language) => localPath(language, view);
export const beforePath = (language: Language) => `${owedPath(language)}?state=before`;
export const directionPath = (language: Language, id: string) =>
  `${owedPath(language)}?direction=${id}`;
export const meetingsPath = (language: Language) => `${owedPath(language)}?meetings`;
export const meetingPath = (language: Language, id: number) =>
  `${owedPath(language)}?meeting=${id}`;
/** The slashes of a key are not encoded, since people read and forward the link. */
export const occurrencePath = (language: Language, key: string) =>
  `${owedPath(language)}?key=${key}`;
