import type { MessageChannel, Reconcile } from '../../contract/values.ts';
import type { Gateway } from './gateway.ts';

/** How a message whose answer was lost is settled. A WhatsApp message has its link in a button, which no listing shows. */
export function findReconcile(
  gateway: Pick<Gateway, 'reconcile'> | undefined,
  channel: MessageChannel,
): Reconcile | undefined {
  return channel === 'whatsapp' ? 'callback' : gateway?.reconcile;
}
