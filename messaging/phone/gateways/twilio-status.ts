import type { ProviderStatus } from './gateway.ts';

/** A message's status in our words; `sent` means that the carrier has it, not that a phone has. */
export function messageStatus(status: string): ProviderStatus {
  if (status === 'delivered' || status === 'read') return 'delivered';
  if (status === 'undelivered') return 'undelivered';
  if (status === 'failed' || status === 'canceled') return 'failed';
  return 'accepted';
}

/** A call's status in our words: completed means that somebody, or a machine, took it. */
export function callStatus(status: string): ProviderStatus {
  if (status === 'completed') return 'delivered';
  if (status === 'busy' || status === 'no-answer') return 'undelivered';
  if (status === 'failed' || status === 'canceled') return 'failed';
  return 'accepted';
}
