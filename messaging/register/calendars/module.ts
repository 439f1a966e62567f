import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import { createAttemptLimit } from '../../platform/http/attempt-limit.ts';
import { type Module, nothingToClose } from '../../platform/http/module.ts';
import type { DirectionDesk } from '../directions/direction-desk.ts';
import { createCalendarBook } from './calendar-book.ts';
import { registerCalendarFeed, registerCalendars } from './routes.ts';

const windowMs = 600_000;
/** Behind a carrier's NAT many phones share an address. */
const mostWrong = 30;
/** An office's phones and machines ask every quarter of an hour at the most. */
const mostOfOne = 60;

/** The calendar of what an office owes, for the programs of its phones and machines. */
export function openCalendars(options: {
  config: Pick<Config, 'publicUrl'>;
  database: Database;
  campaign: Campaign;
  directory: Directory;
  /** The register; a campaign without one has no calendars. */
  desk: DirectionDesk | undefined;
}): Module {
  const { config, database, campaign, directory, desk } = options;
  return {
    name: 'calendars',
    register({ pages, api }) {
      if (desk === undefined) return;
      const { districts } = directory;
      const { publicUrl } = config;
      const book = createCalendarBook({ database, campaign, districts, desk, publicUrl });
      registerCalendarFeed(pages, {
        book,
        wrong: createAttemptLimit({ most: mostWrong, windowMs }),
        many: createAttemptLimit({ most: mostOfOne, windowMs }),
      });
      registerCalendars(api, { book });
    },
    close: nothingToClose,
  };
}
