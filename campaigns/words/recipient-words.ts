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

const messages: Record<'hi' | 'en', Readonly<Record<Status, string>>> = {
  hi: {
    planned: 'प्रतीक्षा में',
    claimed: 'भेजा जाने वाला है',
    submitting: 'भेजा जा रहा है',
    unknown: 'उत्तर नहीं मिला',
    accepted: 'प्रदाता को सौंपा गया',
    skipped: 'रोक के कारण नहीं भेजा',
    failed: 'विफल',
    undelivered: 'नहीं पहुँचा',
    delivered: 'पहुँच गया',
  },
  en: {
    planned: 'waiting',
    claimed: 'about to be sent',
    submitting: 'being sent',
    unknown: 'no answer came',
    accepted: 'handed to the provider',
    skipped: 'not sent: stopped',
    failed: 'failed',
    undelivered: 'not delivered',
    delivered: 'delivered',
  },
};

/** Where a message or a call stands, in the ledger's order. */
export const recipientStatusNames: Readonly<
  Record<
    'hi' | 'en',
    Readonly<Record<'sms' | 'ivr' | 'whatsapp', Readonly<Record<Status, string>>>>
  >
> = {
  hi: {
    sms: messages.hi,
    whatsapp: messages.hi,
    ivr: {
      planned: 'प्रतीक्षा में',
      claimed: 'की जाने वाली है',
      submitting: 'की जा रही है',
      unknown: 'परिणाम ज्ञात नहीं',
      accepted: 'प्रदाता को सौंपी गई',
      skipped: 'रोक के कारण नहीं की',
      failed: 'विफल',
      undelivered: 'नहीं उठाई गई',
      delivered: 'सुनी गई',
    },
  },
  en: {
    sms: messages.en,
    whatsapp: messages.en,
    ivr: {
      planned: 'waiting',
      claimed: 'about to be made',
      submitting: 'being made',
      unknown: 'outcome not known',
      accepted: 'handed to the provider',
      skipped: 'not made: stopped',
      failed: 'failed',
      undelivered: 'not answered',
      delivered: 'heard',
    },
  },
};
