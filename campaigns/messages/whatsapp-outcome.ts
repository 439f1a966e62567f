import { blockedCodes } from '../words/whatsapp-codes.ts';

/** Of a WhatsApp blast: how many were read, and by how many we are blocked. */
export function countWhatsapp(
  byCode: readonly { status: string; code: string; recipients: number }[],
): { read: number; blocked: number } {
  const count = (matches: (entry: { status: string; code: string }) => boolean) =>
    byCode.filter(matches).reduce((sum, { recipients }) => sum + recipients, 0);
  return {
    read: count(({ status, code }) => status === 'delivered' && code === 'read'),
    blocked: count(({ code }) => blockedCodes.includes(code)),
  };
}
