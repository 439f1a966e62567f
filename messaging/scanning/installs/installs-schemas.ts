import { z } from 'zod';
import { instant } from '../../contract/route.ts';

export const seconds = z.int().min(0).max(4_102_444_800);

export const keyId = z.string().regex(/^[0-9a-z]{12}$/);
export const key = z.object({
  id: keyId,
  place: z
    .enum(['server', 'app'])
    .describe('Where the secret lies: on a server of the app’s team, or in the app itself'),
  dailyLimit: z.int().min(1).max(1_000_000).describe('Installs a day that are taken by this key'),
  madeBy: z.string(),
  madeAt: instant,
  revokedBy: z.string().nullable(),
  revokedAt: instant.nullable(),
  installs: z.int().nonnegative().describe('Counted by it in all'),
  today: z.int().nonnegative(),
});
export type InstallKey = z.input<typeof key>;
