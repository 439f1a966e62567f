import { type Language, localPath } from '../../../../i18n/language.ts';

export function listPath(language: Language): string {
  return localPath(language, '/console/blasts/');
}

export function blastPath(language: Language, id: number): string {
  return `${listPath(language)}?id=${id}`;
}

export function newPath(language: Language): string {
  return `${listPath(language)}?new`;
}

/** The wizard with the texts and settings of a blast. */
export function copyPath(language: Language, id: number): string {
  return `${newPath(language)}&from=${id}`;
}

export function editPath(language: Language, id: number): string {
  return `${listPath(language)}?edit=${id}`;
}

export function audiencesPath(language: Language): string {
  return localPath(language, '/console/audiences/');
}
