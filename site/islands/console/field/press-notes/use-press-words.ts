import { useConsole } from '../../ui/console-context.ts';
import { pressWordsIn } from './press-words.ts';

/** The words of these views in the page's language. */
export function usePressWords() {
  return pressWordsIn(useConsole().language);
}
