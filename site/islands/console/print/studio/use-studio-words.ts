import { use } from 'react';
import type { Language } from '../../../../i18n/language.ts';
import type { StudioWords } from '../../../../i18n/studio-words.ts';
import { useConsole } from '../../ui/console-context.ts';

const loaders: Record<Language, () => Promise<StudioWords>> = {
  hi: async () => (await import('../../../../i18n/studio-hi.ts')).studioHi,
  en: async () => (await import('../../../../i18n/studio-en.ts')).studioEn,
};
const loaded = new Map<Language, Promise<StudioWords>>();

/** The words of these views in the page's language; they come with the first view that needs them. */
export function useStudioWords(): StudioWords {
  const { language } = useConsole();
  const words = loaded.get(language) ?? loaders[language]();
  loaded.set(language, words);
  return use(words);
}
