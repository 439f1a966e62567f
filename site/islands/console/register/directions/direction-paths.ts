import { type Language, localPath } from '../../../../i18n/language.ts';

const view = '/console/directions/';

export const owedPath = (language: Language) => localPath(language, view);
export const beforePath = (language: Language) => `${owedPath(language)}?state=before`;
export const directionPath = (language: Language, id: string) =>
  `${owedPath(language)}?direction=${id}`;
export const matrixPath = (language: Language) => `${owedPath(language)}?matrix`;
export const eventsPath = (language: Language) => `${owedPath(language)}?events`;
export const calendarPath = (language: Language) => `${owedPath(language)}?calendar`;
export const appsPath = (language: Language) => `${owedPath(language)}?apps`;
export const meetingsPath = (language: Language) => `${owedPath(language)}?meetings`;
export const meetingPath = (language: Language, id: number) =>
  `${owedPath(language)}?meeting=${id}`;
/** The slashes of a key are not encoded, since people read and forward the link. */
export const occurrencePath = (language: Language, key: string) =>
  `${owedPath(language)}?key=${key}`;
