import { type AccountWords, accountWordsIn } from '../../../../i18n/account-words.ts';
import { useConsole } from '../../ui/console-context.ts';

/** Words of passkeys and invitations in the officer's language. */
export function useAccountWords(): AccountWords {
  return accountWordsIn(useConsole().language);
}
