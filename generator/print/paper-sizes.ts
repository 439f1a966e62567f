/** In millimetres, upright (ISO 216). */
export const a4 = { width: 210, height: 297 };
export const a5 = { width: 148, height: 210 };
