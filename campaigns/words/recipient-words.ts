import { type Pair, pairs } from './pairs.ts';

type Status =
  | 'planned'
  | 'claimed'
  | 'submitting'
  | 'unknown'
  | 'accepted'
  | 'skipped'
  | 'failed'
  | 'undelivered'
  | 'delivered';

const messages = pairs({
  planned: ['प्रतीक्षा में', 'waiting'],
  claimed: ['भेजा जाने वाला है', 'about to be sent'],
  submitting: ['भेजा जा रहा है', 'being sent'],
  unknown: ['उत्तर नहीं मिला', 'no answer came'],
  accepted: ['प्रदाता को सौंपा गया', 'handed to the provider'],
  skipped: ['रोक के कारण नहीं भेजा', 'not sent: stopped'],
  failed: ['विफल', 'failed'],
  undelivered: ['नहीं पहुँचा', 'not delivered'],
  delivered: ['पहुँच गया', 'delivered'],
} satisfies Record<Status, Pair>);

/** States of a message or a call, in the ledger's order. */
export const recipientStatusNames = pairs({
  sms: [messages.hi, messages.en],
  whatsapp: [messages.hi, messages.en],
  ivr: {
    planned: ['प्रतीक्षा में', 'waiting'],
    claimed: ['की जाने वाली है', 'about to be made'],
    submitting: ['की जा रही है', 'being made'],
    unknown: ['परिणाम ज्ञात नहीं', 'outcome not known'],
    accepted: ['प्रदाता को सौंपी गई', 'handed to the provider'],
    skipped: ['रोक के कारण नहीं की', 'not made: stopped'],
    failed: ['विफल', 'failed'],
    undelivered: ['नहीं उठाई गई', 'not answered'],
    delivered: ['सुनी गई', 'heard'],
  } satisfies Record<Status, Pair>,
});
