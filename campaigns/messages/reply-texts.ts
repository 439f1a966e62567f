import type { MessageCategory } from './messages.ts';

/**
 * Whether texts of a category answer somebody: the link after a missed call, a code, a receipt. They may go to who asked
 * only (TCCCPR 2018: service-implicit, transactional), so no blast to a list carries them.
 */
export function isReply(category: MessageCategory): boolean {
  return category === 'service-implicit' || category === 'transactional';
}
