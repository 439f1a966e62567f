import { findStationCard } from '../../../campaigns/messages/station-cards.ts';
import type { OutgoingTemplate } from '../gateways/gateway.ts';
import { pickTexts, textFor } from './blast.ts';
import { type Addressee, type Written, writeText } from './written-text.ts';

/** Sent back when somebody taps the button that ends the messages; one of the words of `callbacks/stop-word.ts`. */
const stopPayload = 'STOP';

/** The WhatsApp message that a recipient gets. */
export function templateTo(
  blast: Written,
  { id, to, ...addressee }: Addressee & { id: string; to: string },
): OutgoingTemplate {
  const texts = pickTexts(blast, addressee.lot);
  const text = textFor(texts, addressee.language);
  const { card } = writeText(blast, addressee);
  // Whose text goes to those of a language that has none.
  const [chosen] = Object.entries(texts).find(([, one]) => one === text) ?? ['hi'];
  if (card === undefined) throw new Error('Expected a card in a WhatsApp text, got none');
  return {
    reference: id,
    to,
    template: { name: card.name, language: chosen, contentSid: card.contentSid },
    values: card.values,
    picture: (card.stationCards && findStationCard(card.stationCards, addressee)) ?? card.picture,
    buttons: card.buttons.map(({ kind, link }) => ({
      kind,
      // The address before the code is registered with the template.
      value: kind === 'app' ? (link?.split('/').at(-1) ?? '') : stopPayload,
    })),
  };
}
