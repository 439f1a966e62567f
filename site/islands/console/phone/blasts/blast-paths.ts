import { type Language, localPath } from '../../../../i18n/language.ts';

export function listPath(language: Language): string {
  return localPath(language, '/console/blasts/');
}

export function blastPath(language: Language, id: number): string {
  return `${listPath(language)}?id=${id}`;
}

/** A new blast, at what has to be chosen for it. */
export function newPath(language: Language): string {
  return `${listPath(language)}?new=1&row=list`;
}

/** The same with the texts and settings of a blast. */
export function copyPath(language: Language, id: number): string {
  return `${newPath(language)}&from=${id}`;
}

export function audiencesPath(language: Language): string {
  return localPath(language, '/console/audiences/');
}
