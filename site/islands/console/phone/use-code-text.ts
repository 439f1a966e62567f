import { providerCode } from '../../../../campaigns/words/provider-codes.ts';
import { useConsole } from '../ui/console-context.ts';
import { phoneWordsIn } from './phone-words.ts';

/** Explains a provider's code, and keeps the code, so that the provider can be asked about it. */
export function useCodeText(): (code: string) => string {
  const { language, words } = useConsole(phoneWordsIn);
  return (code) => {
    const number = words.numbers.code(code);
    const meaning = providerCode(code, language);
    return meaning === null ? number : `${meaning}, ${number}`;
  };
}
