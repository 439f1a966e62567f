import { use } from 'react';
import type { BlastWords } from '../../../../i18n/blast-dictionary.ts';
import type { Language } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';

const loaders: Record<Language, () => Promise<BlastWords>> = {
  hi: async () => (await import('../../../../i18n/blast-hi.ts')).blastHi,
  en: async () => (await import('../../../../i18n/blast-en.ts')).blastEn,
};
const loaded = new Map<Language, Promise<BlastWords>>();

/** The words of these views in the page's language; they come with the first view that needs them. */
export function useBlastWords(): BlastWords {
  const { language } = useConsole();
  const words = loaded.get(language) ?? loaders[language]();
  loaded.set(language, words);
  return use(words);
}
