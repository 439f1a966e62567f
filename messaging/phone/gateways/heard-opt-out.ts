import type { OptOutNumbers } from '../../../campaigns/messages/opt-out-ways.ts';

/** Gateways that pass on what phones send to us. */
const heardBy = {
  sms: ['twilio', 'exotel', 'smpp'],
  missedCall: ['twilio', 'exotel'],
} as const satisfies Record<keyof OptOutNumbers, readonly string[]>;

/** Numbers by which phones say stop, without those that no gateway hears; the emulator alone, in training, hears all. */
export function heardOptOut(
  { sms, missedCall }: OptOutNumbers,
  gateways: Readonly<Record<string, unknown>>,
): OptOutNumbers {
  const names = Object.keys(gateways);
  const isTraining = names.every((name) => name === 'emulator');
  const hears = (way: keyof OptOutNumbers) =>
    isTraining || heardBy[way].some((name) => names.includes(name));
  return { sms: hears('sms') ? sms : null, missedCall: hears('missedCall') ? missedCall : null };
}
