import { use } from 'react';
import type { Language } from '../../../i18n/language.ts';
import type { PhoneWords } from '../../../i18n/phone-words.ts';
import { useConsole } from '../ui/console-context.ts';

const loaders: Record<Language, () => Promise<PhoneWords>> = {
  hi: async () => (await import('../../../i18n/phone-hi.ts')).phoneHi,
  en: async () => (await import('../../../i18n/phone-en.ts')).phoneEn,
};
const loaded = new Map<Language, Promise<PhoneWords>>();

/** The words of these views in the page's language; they come with the first view that needs them. */
export function usePhoneWords(): PhoneWords {
  const { language } = useConsole();
  const words = loaded.get(language) ?? loaders[language]();
  loaded.set(language, words);
  return use(words);
}
