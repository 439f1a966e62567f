import type { Campaign } from '../../campaigns/campaign.ts';
import { zonedText } from '../../campaigns/tracker/clock.ts';
import { type TicketRow, ticket, ticketTrimMm } from '../artwork/ticket.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import {
  createPress,
  type OutputIntent,
  type PressFile,
  sharedPress,
} from '../print/press-file.ts';
import { documentId } from './stamp.ts';

/** Makes a district's job ticket as a one-page file with the same output intent as what it speaks of. */
export function makeTicket(
  context: { campaign: Campaign; fonts: Fonts; intent: OutputIntent },
  district: { id: string; nameHi: string },
  rows: readonly TicketRow[],
): PressFile {
  const side = { trimMm: ticketTrimMm, bleedMm: 0 };
  const flush = { left: 0, top: 0, right: 0, bottom: 0 };
  const layout = sharedPress(
    [{ ...side, shapes: ticket(context, district, rows) }],
    [{ ...side, marginMm: 0, marks: [], cells: [{ side: 0, x: 0, y: 0, bleed: flush }], pages: 1 }],
    context.intent,
  );
  const { campaign } = context;
  const title = `${campaign.app.name}: job ticket, ${district.id}`;
  return createPress(layout).stamp(
    { sides: [[]], slug: [] },
    {
      title,
      date: zonedText(campaign.versionDate),
      documentId: documentId([layout.sha256, title]),
    },
  );
}
