import type { House } from '../../kit/house.ts';
import { createAttemptLimit } from '../../platform/http/attempt-limit.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { DirectionSources } from '../directions/live-register.ts';
import { calendarFeedRoutes, calendarRoutes } from './routes.ts';

const windowMs = 600_000;
/** Behind a carrier's NAT many phones share an address. */
const mostWrong = 30;
/** An office's phones and machines ask every quarter of an hour at the most. */
const mostOfOne = 60;

/** The calendar of what an office owes, for the programs of its phones and machines. */
export function openCalendars(
  options: House & {
    /** The register; a campaign without one has no calendars. */
    directions: DirectionSources | undefined;
  },
): Module {
  const { config, directions: sources } = options;
  return {
    name: 'calendars',
    register({ pages, api }) {
      if (sources === undefined) return;
      const calendars = { sources, publicUrl: config.publicUrl };
      addRoutes(
        pages,
        calendarFeedRoutes({
          calendars,
          wrong: createAttemptLimit({ most: mostWrong, windowMs }),
          many: createAttemptLimit({ most: mostOfOne, windowMs }),
        }),
      );
      addRoutes(api, calendarRoutes(calendars));
    },
  };
}
