import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { useConsole } from '../../ui/console-context.ts';

interface ButtonProps {
  isShown: boolean;
  /** The entry's name, read out with the button. */
  name: string;
  onToggle: () => void;
}

/** Shows the history of an entry, or hides it. */
export function HistoryButton({ isShown, name, onToggle }: ButtonProps) {
  const words = entryWordsIn(useConsole().language);
  return (
    <button
      type="button"
      className="link"
      aria-expanded={isShown}
      aria-label={isShown ? undefined : words.historyOf(name)}
      onClick={onToggle}
    >
      {isShown ? words.hide : words.history}
    </button>
  );
}
