import { z } from 'zod';
import { instant } from '../../contract/route.ts';

/**
 * Kinds of things that wait for an officer: the page with the very work, and how many days one may wait until it is urgent, 0 for
 * at once. Their words are the console's.
 */
export const tileKinds = {
  'boards-without-picture': ['/console/boards/?show=no-picture'],
  'boards-refused': ['/console/boards/?show=refused', 2],
  'boards-to-inspect': ['/console/boards/'],
  'boards-drawn': ['/console/boards/'],
  'codes-reported': ['/console/boards/', 0],
  'names-to-check': ['/console/stations/?show=check'],
  'names-reported': ['/console/stations/?show=reports'],
  'activities-due': ['/console/entry/?kind=:kind'],
  'orders-answered': ['/console/orders/?request=:id'],
  'orders-requested': ['/console/orders/?request=:id', 1],
  'objections-open': ['/console/reports/#objections', 7],
  'objections-answered': ['/console/#objections'],
  'own-blasts': ['/console/blasts/'],
  'codes-low': ['/console/codes/'],
  'districts-behind': ['/console/boards/?state=behind'],
  'boards-left': ['/console/boards/?state=left'],
  approvals: ['/console/approvals/', 3],
  'held-acts': ['/console/held-acts/', 1],
  'notes-waiting': ['/console/press-notes/', 2],
  'figures-old': ['/console/reports/', 0],
  'reports-missing': ['/console/reports/'],
  'blasts-waiting': ['/console/blasts/', 1],
  'blasts-stopped': ['/console/blasts/', 0],
  'blasts-paused': ['/console/blasts/'],
  'studio-waiting': ['/console/studio/', 2],
  'directions-due': ['/progress/#directions'],
  'directions-owed': ['/console/directions/?state=late', 0],
  'directions-review': ['/console/directions/?state=submitted&office=all', 3],
  'film-due': ['/console/entry/?kind=film'],
  'radio-due': ['/console/radio/'],
  'social-due': ['/console/entry/?kind=social'],
  'operator-packs': ['/console/providers/', 2],
  'invitations-open': ['/console/people/'],
  'accounts-locked': ['/console/people/', 0],
  'account-requests': ['/console/people/', 1],
  'mail-failed': ['/console/mail/', 0],
  trouble: ['/console/gateways/', 0],
  'checks-failed': ['/console/doctor/'],
} as const satisfies Record<string, readonly [link: string, patienceDays?: number]>;
export type TileId = keyof typeof tileKinds;

export const tile = z.object({
  id: z.enum(Object.keys(tileKinds) as TileId[]),
  count: z.int().nonnegative(),
  since: instant.nullable().describe('Of the oldest; null where that says nothing'),
  severity: z
    .enum(['urgent', 'due', 'calm'])
    .describe('urgent: waits for longer than it should; calm: nothing waits'),
  link: z.string().describe('Page of the site with the very work, in Hindi'),
});
/** A tile as the service has it. */
export type Tile = z.output<typeof tile>;
