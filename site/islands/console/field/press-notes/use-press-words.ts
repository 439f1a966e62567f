import { use } from 'react';
import type { Language } from '../../../../i18n/language.ts';
import type { PressWords } from '../../../../i18n/press-words.ts';
import { useConsole } from '../../ui/console-context.ts';

const loaders: Record<Language, () => Promise<PressWords>> = {
  hi: async () => (await import('../../../../i18n/press-hi.ts')).pressHi,
  en: async () => (await import('../../../../i18n/press-en.ts')).pressEn,
};
const loaded = new Map<Language, Promise<PressWords>>();

/** The words of these views in the page's language; they come with the first view that needs them. */
export function usePressWords(): PressWords {
  const { language } = useConsole();
  const words = loaded.get(language) ?? loaders[language]();
  loaded.set(language, words);
  return use(words);
}
