import { useConsole } from '../../ui/console-context.ts';
import { type AccountWords, accountWordsIn } from './account-words.ts';

/** Words of passkeys and invitations in the officer's language. */
export function useAccountWords(): AccountWords {
  return accountWordsIn(useConsole().language);
}
