/** What goes through a messenger without being squeezed again, and opens on any phone. */
export const rgbLimitBytes = 300_000;
