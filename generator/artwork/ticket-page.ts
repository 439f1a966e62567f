import type { Campaign } from '../../campaigns/campaign.ts';
import { a4 } from '../print/paper-sizes.ts';
import type { OfficePage } from './office-page.ts';

/** A4 upright. */
export const ticketLeft = 12;
export const ticketRight = a4.width - 12;

/** The navy band at the head of each page of a job ticket. */
export function ticketHead(
  page: OfficePage,
  campaign: Campaign,
  head: { title: string; points: number; subtitle: string; maxWidth?: number },
): void {
  const { title, points, subtitle, maxWidth } = head;
  const right = { x: ticketRight, ink: 'paper', align: 'right' } as const;
  page.fill('navy', 0, 0, a4.width, 25);
  page.text(title, { x: ticketLeft, y: 12, points, weight: 800, ink: 'paper', maxWidth });
  page.text(subtitle, { x: ticketLeft, y: 20, points: 12, ink: 'marigold', maxWidth });
  page.text('JOB TICKET', { ...right, y: 12, points: 11 });
  page.text(`v${campaign.version}  ${campaign.versionDate}`, { ...right, y: 20, points: 9 });
}
