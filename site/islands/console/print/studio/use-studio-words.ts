import { useConsole } from '../../ui/console-context.ts';
import { studioWordsIn } from './studio-words.ts';

/** The words of these views in the page's language. */
export function useStudioWords() {
  return studioWordsIn(useConsole().language);
}
