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

/** A gateway's name for officers; its technical one where there is none. */
export function useGatewayName(): (name: string) => string {
  const names: Readonly<Record<string, string>> = useConsole(phoneWordsIn).words.gateways.names;
  return (name) => names[name] ?? name;
}
