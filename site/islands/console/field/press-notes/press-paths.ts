import { type Language, localPath } from '../../../../i18n/language.ts';

const view = '/console/press-notes/';

export const listPath = (language: Language) => localPath(language, view);
export const newPath = (language: Language) => `${listPath(language)}?new`;
export const notePath = (language: Language, id: number) => `${listPath(language)}?id=${id}`;
export const editPath = (language: Language, id: number) => `${listPath(language)}?edit=${id}`;
