import type { BlastDraft } from '../../../../messaging/phone/blasts/draft-schemas.ts';
import type { Emulator } from '../../../../messaging/phone/gateways/emulator.ts';

/** Three in ten by lot; two segments cost 20 paise by the first gateway and 40 by this one. */
export const second: BlastDraft['further'][number] = {
  gateway: 'second',
  share: 30,
  operators: [],
  paisePerSegment: 20,
};

export const sent = (...emulators: Emulator[]) =>
  emulators.reduce((sum, { store }) => sum + store.size('sms'), 0);

/** How often each number got one, over both: the sums and the worst. */
export function countTogether(emulators: readonly Emulator[]) {
  const all = new Map<string, number>();
  for (const { store } of emulators) {
    for (const [number, times] of store.perRecipient('sms')) {
      all.set(number, (all.get(number) ?? 0) + times);
    }
  }
  return { numbers: all.size, most: all.values().reduce((most, n) => Math.max(most, n), 0) };
}
