import { z } from 'zod';

const percent = z.number().min(0).max(100);
const mostInk = 300;

const ink = z.strictObject({
  cmyk: z
    .tuple([percent, percent, percent, percent])
    .refine(
      (parts) => parts.reduce((sum, part) => sum + part, 0) <= mostInk,
      `Expected at most ${mostInk} % of ink in all`,
    )
    .describe('Cyan, magenta, yellow, key in per cent'),
  screen: z
    .string()
    .regex(/^#[0-9A-F]{6}$/)
    .describe('The same on a screen'),
});

/** Colours that a campaign may replace. Key and paper stay: the QR code is read by them. */
export const inksSchema = z.partialRecord(
  z.enum(['navy', 'red', 'marigold', 'mist', 'steel']),
  ink,
);
