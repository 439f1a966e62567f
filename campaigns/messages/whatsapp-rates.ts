import type { WhatsappCategory } from './whatsapp.ts';

/** Price of one delivered message to India, by the template's category; replies within 24 hours cost nothing. */
export const whatsappRates = {
  from: '2026-01-01',
  source: 'Meta, WhatsApp Business Platform rate card for India from 01.01.2026; read 30.11.2026',
  rupees: { marketing: 0.8631, utility: 0.115 },
} as const satisfies { from: string; source: string; rupees: Record<WhatsappCategory, number> };

/** Taken by a provider on top, in rupees: Twilio's 0.005 US dollars a message (twilio.com, WhatsApp pricing), at 90 rupees. */
const providerFees: Readonly<Record<string, number>> = { twilio: 0.45 };

/** In whole paise as all money here, rounded up: a ceiling of the cost is never passed. */
export function whatsappPaise(category: WhatsappCategory, gateway: string): number {
  const rupees = whatsappRates.rupees[category] + (providerFees[gateway] ?? 0);
  return Math.ceil(Number((rupees * 100).toFixed(6)));
}
