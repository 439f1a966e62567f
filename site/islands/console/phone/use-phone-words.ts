import { useConsole } from '../ui/console-context.ts';
import { phoneWordsIn } from './phone-words.ts';

/** The words of these views in the page's language. */
export function usePhoneWords() {
  return phoneWordsIn(useConsole().language);
}
