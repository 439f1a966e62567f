import { type Language, localPath } from '../../../../i18n/language.ts';

const view = '/console/studio/';

export const homePath = (language: Language) => localPath(language, view);
export const editPath = (language: Language, id: number) => `${homePath(language)}?edit=${id}`;
export const reviewPath = (language: Language, id: number) => `${homePath(language)}?id=${id}`;
