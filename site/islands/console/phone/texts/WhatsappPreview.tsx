import { useState } from 'react';
import { parsePlace } from '../../../../../campaigns/messages/merge-fields.ts';
import {
  findStationCard,
  type StationCards,
} from '../../../../../campaigns/messages/station-cards.ts';
import type { TextCard } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { useConsole } from '../../ui/console-context.ts';
import { whatsappWordsIn } from '../whatsapp-words.ts';

interface WhatsappPreviewProps {
  /** The sender's name. */
  header: string;
  body: string;
  language: 'hi' | 'en';
  card: TextCard & { stationCards?: StationCards };
}

/** A WhatsApp message as it will arrive: its picture, its text, and its buttons, which lead nowhere from here. */
export function WhatsappPreview({ header, body, language, card }: WhatsappPreviewProps) {
  const console = useConsole();
  const words = whatsappWordsIn(console.language);
  const { stationCards, footer, buttons } = card;
  // One for all.
  const place = parsePlace(stationCards?.stations[0] ?? '');
  const picture = (stationCards && findStationCard(stationCards, place)) ?? card.picture;
  return (
    <figure className="phone-preview whatsapp">
      <figcaption>
        <span className="initial" aria-hidden="true" lang={language}>
          {header.slice(0, 1)}
        </span>
        <span lang={language}>{header}</span>
      </figcaption>
      <div className="bubble" lang={language}>
        {picture !== null && <Picture key={picture} source={picture} missing={words.noPicture} />}
        <p className="line">{body}</p>
        {footer !== null && <p className="line detail">{footer}</p>}
        <ul className="plain">
          {buttons.map(({ kind, label }) => (
            <li key={label} data-kind={kind}>
              {kind === 'app' ? '↗' : '↩'} {label}
            </li>
          ))}
        </ul>
      </div>
    </figure>
  );
}

/** The kit may still be making it; then its place says so. */
function Picture({ source, missing }: { source: string; missing: string }) {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return <p className="picture">{missing}</p>;
  // From this service, under whatever name it is open here.
  const path = source.slice(source.indexOf('/files/'));
  return <img src={path} alt="" onError={() => setMissing(true)} />;
}
