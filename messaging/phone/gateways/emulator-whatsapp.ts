import type { EmulatedAccount } from './emulator-callbacks.ts';

/** The number from which WhatsApp messages of a training come. */
export const emulatedSender = '+12025550111';

/** Answers of Twilio's Content and Senders APIs; null for any other address. */
export function answerWhatsapp(
  { accountSid, behaviour }: EmulatedAccount,
  path: string,
): Record<string, unknown> | null {
  const [, sid] = /^\/v1\/Content\/(HX[0-9a-f]{32})\/ApprovalRequests$/i.exec(path) ?? [];
  if (sid !== undefined) {
    return {
      sid,
      account_sid: accountSid,
      url: `https://content.twilio.com${path}`,
      whatsapp: {
        type: 'whatsapp',
        name: 'emulated',
        category: 'MARKETING',
        content_type: 'whatsapp/card',
        status: behaviour.whatsappTemplates,
        rejection_reason: '',
        allow_category_change: true,
      },
    };
  }
  if (path !== '/v2/Channels/Senders') return null;
  return {
    senders: [
      {
        sid: `XE${'0'.repeat(32)}`,
        status: 'ONLINE',
        sender_id: `whatsapp:${emulatedSender}`,
        properties: {
          quality_rating: behaviour.whatsappQuality,
          messaging_limit: behaviour.whatsappLimit,
        },
        url: `https://messaging.twilio.com${path}/XE${'0'.repeat(32)}`,
      },
    ],
    meta: { page: 0, page_size: 20, key: 'senders', next_page_url: null, previous_page_url: null },
  };
}
