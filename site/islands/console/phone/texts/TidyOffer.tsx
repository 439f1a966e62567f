import { tidyText } from '../../../../../campaigns/messages/characters.ts';
import type { MessageLanguage } from '../../../../../campaigns/messages/messages.ts';
import { usePhoneWords } from '../use-phone-words.ts';

interface TidyOfferProps {
  text: string;
  language: MessageLanguage;
  onTake: (text: string) => void;
}

/** Offers a text in its standard form, where that differs from what was typed or pasted. */
export function TidyOffer({ text, language, onTake }: TidyOfferProps) {
  const words = usePhoneWords();
  const tidy = tidyText(text, language);
  if (tidy === text) return null;
  return (
    <div className="notice plain">
      <p>{words.check.tidy}</p>
      <p className="phone-marked" lang={language}>
        {tidy}
      </p>
      <button type="button" className="button quiet" onClick={() => onTake(tidy)}>
        {words.check.takeTidy}
      </button>
    </div>
  );
}
