import { z } from 'zod';

/** A text in the campaign's two languages: its own first, then English. */
export const bilingual = z.strictObject({ hi: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;
