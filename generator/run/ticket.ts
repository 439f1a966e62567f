import type { Campaign } from '../../campaigns/campaign.ts';
import { type TicketRow, ticket } from '../artwork/ticket.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import { officeFile } from '../print/office-file.ts';
import { a4 } from '../print/paper-sizes.ts';
import type { OutputIntent, PressFile } from '../print/press-file.ts';

/** Makes a district's job ticket. */
export function makeTicket(
  context: { campaign: Campaign; fonts: Fonts; intent: OutputIntent },
  district: { id: string; nameHi: string },
  rows: readonly TicketRow[],
): PressFile {
  const { campaign } = context;
  const pages = ticket(context, district, rows);
  return officeFile(
    pages.map((shapes) => ({ trimMm: a4, shapes })),
    { title: `${campaign.app.name}: job ticket, ${district.id}`, date: campaign.versionDate },
    context,
  );
}
