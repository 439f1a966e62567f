import { providerCode } from '../../../../campaigns/words/provider-codes.ts';
import { useConsole } from '../ui/console-context.ts';
import { usePhoneWords } from './use-phone-words.ts';

/** What a provider's code means, with the code itself, by which the provider can be asked. */
export function useCodeText(): (code: string) => string {
  const { language } = useConsole();
  const words = usePhoneWords();
  return (code) => {
    const number = words.numbers.code(code);
    const meaning = providerCode(code, language);
    return meaning === null ? number : `${meaning}, ${number}`;
  };
}
