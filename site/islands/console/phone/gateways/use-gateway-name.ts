import { useConsole } from '../../ui/console-context.ts';
import { phoneWordsIn } from '../phone-words.ts';

/** A gateway's name for officers; its technical one where there is none. */
export function useGatewayName(): (name: string) => string {
  const names: Readonly<Record<string, string>> = useConsole(phoneWordsIn).words.gateways.names;
  return (name) => names[name] ?? name;
}
