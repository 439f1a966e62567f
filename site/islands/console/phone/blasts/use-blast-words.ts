import { useConsole } from '../../ui/console-context.ts';
import { blastWordsIn } from './blast-words.ts';

/** The words of these views in the page's language. */
export function useBlastWords() {
  return blastWordsIn(useConsole().language);
}
