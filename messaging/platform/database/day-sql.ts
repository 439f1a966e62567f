import { timeZone } from '../../../campaigns/tracker/clock.ts';

/** SQL for the campaign's day on which a moment falls. */
export const dayOf = (moment: string) => `(${moment} AT TIME ZONE '${timeZone}')::date`;

/** SQL for the moment at which a day begins. */
export const beginOf = (day: string) => `((${day})::timestamp AT TIME ZONE '${timeZone}')`;

/** SQL for the moment at which the database's present day began. */
export const lastMidnight = `date_trunc('day', clock_timestamp(), '${timeZone}')`;
