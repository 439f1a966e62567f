import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { codeWordsIn } from './code-words.ts';

/** Names an office that has its own codes. */
export function useOfficeName(): (office: string | null) => string {
  const { language } = useConsole();
  const districtName = useDistrictName();
  return (office) => (office === null ? codeWordsIn(language).state : districtName(office));
}
