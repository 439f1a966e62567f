import { usePhoneWords } from '../use-phone-words.ts';

/** A gateway's name for officers; its technical one where there is none. */
export function useGatewayName(): (name: string) => string {
  const names: Readonly<Record<string, string>> = usePhoneWords().gateways.names;
  return (name) => names[name] ?? name;
}
