import { z } from 'zod';

const packFile = z.object({ path: z.string().describe('Below /files/'), bytes: z.int() });
export const pack = z.object({
  card: packFile.describe('Picture for the group'),
  zip: packFile.describe('Picture, text and film together'),
  film: packFile.nullable().describe('null until the film has been made'),
  text: z.string().describe('To paste under the picture'),
});
/** Files for a station's WhatsApp admin. */
export type StationPack = z.input<typeof pack>;

export const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
