/** Largest file that a messenger passes on without compressing it again, and that opens on any phone. */
export const rgbLimitBytes = 300_000;
