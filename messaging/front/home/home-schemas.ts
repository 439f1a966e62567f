import { z } from 'zod';
import { instant } from '../../contract/route.ts';

/** Kinds of things that wait for an officer; their words are the console's. */
export const tileIds = [
  'boards-without-picture',
  'boards-refused',
  'boards-to-inspect',
  'boards-drawn',
  'codes-reported',
  'names-to-check',
  'names-reported',
  'activities-due',
  'orders-answered',
  'orders-requested',
  'objections-open',
  'objections-answered',
  'own-blasts',
  'codes-low',
  'districts-behind',
  'boards-left',
  'approvals',
  'held-acts',
  'notes-waiting',
  'figures-old',
  'reports-missing',
  'blasts-waiting',
  'blasts-stopped',
  'blasts-paused',
  'studio-waiting',
  'directions-due',
  'directions-owed',
  'directions-review',
  'film-due',
  'radio-due',
  'social-due',
  'operator-packs',
  'invitations-open',
  'accounts-locked',
  'account-requests',
  'mail-failed',
  'trouble',
  'checks-failed',
] as const;
export type TileId = (typeof tileIds)[number];

export const tile = z.object({
  id: z.enum(tileIds),
  count: z.int().nonnegative(),
  since: instant.nullable().describe('Of the oldest; null where that says nothing'),
  severity: z
    .enum(['urgent', 'due', 'calm'])
    .describe('urgent: waits for longer than it should; calm: nothing waits'),
  link: z.string().describe('Page of the site with the very work, in Hindi'),
});
/** A tile as the service has it. */
export type Tile = z.output<typeof tile>;
