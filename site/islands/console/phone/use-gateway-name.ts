import { usePhoneWords } from './use-phone-words.ts';

/** A gateway as officers know it; one that has no name here keeps its own. */
export function useGatewayName(): (name: string) => string {
  const names: Readonly<Record<string, string>> = usePhoneWords().gateways.names;
  return (name) => names[name] ?? name;
}
