/** Twilio's limit; no other provider is asked to try longer. */
export const longestValiditySeconds = 36_000;

/**
 * Validity of a message, in seconds: how long a provider may try to deliver it. To the end of the sending window, at
 * most `longestSeconds`; 0 when the window is shut.
 */
export function validitySeconds(
  state: { open: true; closesAt: Date | null } | { open: false },
  now: Date,
  longestSeconds = longestValiditySeconds,
): number {
  if (!state.open) return 0;
  if (state.closesAt === null) return longestSeconds;
  const left = Math.floor((state.closesAt.getTime() - now.getTime()) / 1000);
  return Math.min(longestSeconds, Math.max(0, left));
}
