// The house's colours on a screen, RRGGBB as Word and Excel write them; elsewhere with a # before it. A campaign's own
// inks change its artwork, and nothing of these.
export const navy = '0B2A5B';
export const red = 'C8102E';
export const marigold = 'FFB81C';
export const steel = '6B83AB';
export const mist = 'EDF1F7';
export const key = '111111';
export const white = 'FFFFFF';
/** Of lesser words. */
export const quiet = '44506A';
/** Of rules between rows. */
export const hairline = 'D5DBE6';
