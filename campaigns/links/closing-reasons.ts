/** Why a short code is closed; whoever scans it reads it. */
export const closingReasons = ['misused', 'gone', 'misprinted'] as const;
export type ClosingReason = (typeof closingReasons)[number];
