/** Why a short code is closed; shown when it is scanned. */
export const closingReasons = ['misused', 'gone', 'misprinted'] as const;
export type ClosingReason = (typeof closingReasons)[number];
