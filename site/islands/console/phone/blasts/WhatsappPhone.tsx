import type { MessageLanguage } from '../../../../../campaigns/messages/messages.ts';
import type { StationCards } from '../../../../../campaigns/messages/station-cards.ts';
import type { TextCard } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { formatRupees } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Facts } from '../../ui/Facts.tsx';
import { WhatsappPreview } from '../texts/WhatsappPreview.tsx';
import { whatsappWordsIn } from '../whatsapp-words.ts';

interface WhatsappPhoneProps {
  text: {
    language: MessageLanguage;
    header: string;
    body: string;
    templateId: string | null;
    card: TextCard & { stationCards?: StationCards };
  };
  paise: number | undefined;
  /** Whether WhatsApp has approved the template; absent where that is not asked. */
  state?: string;
}

/** A WhatsApp message as a phone shows it, with its price and its template. */
export function WhatsappPhone({ text, paise, state }: WhatsappPhoneProps) {
  const { language } = useConsole();
  const words = whatsappWordsIn(language);
  return (
    <div className="message-phone">
      <WhatsappPreview {...text} />
      <Facts
        className="facts"
        facts={[
          paise !== undefined && [words.price, formatRupees(paise, language)],
          [words.template, [text.templateId, state].filter(Boolean).join(': ')],
        ]}
      />
    </div>
  );
}
