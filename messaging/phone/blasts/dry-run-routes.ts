import type { Directory } from '../../../campaigns/directory/station.ts';
import { sendingHours } from '../../../campaigns/messages/legal-hours.ts';
import type { RecipientPlace } from '../../../campaigns/messages/merge-fields.ts';
import { oneId, refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findAudience } from '../audiences/audiences-sql.ts';
import { maskNumber } from '../numbers/number.ts';
import { listGateways } from './blast.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { dryRun } from './blasts-schemas.ts';
import { readFirstPart } from './dry-run-sql.ts';
import { findLastEnd, findRate, planParts } from './gateway-parts.ts';
import { canaryWait } from './policy.ts';
import { findEnd, firstMoment } from './window.ts';

/** Rows that a dry run shows. */
const shownRows = 10;
const secondsAMinute = 60;

/** Shows what would go to whom in the first minute, for the one who decides on it. */
export function dryRunRoutes({
  database,
  directory,
  gateways,
  perSecond,
  clock,
  views,
}: BlastRoutes) {
  const { pool } = database;
  return [
    serveRoute('GET /api/blasts/:id/dry-run', {
      summary: 'What would go to whom in the first minute; nothing is written or sent',
      params: oneId,
      response: { 200: dryRun, ...refusals(404, 409) },
      may: 'blast.read',
      handler: async (request) => {
        const blast = await requireBlast(request, pool, 'blast.read');
        // Once it is approved the ledger itself says who is next.
        if (blast.status !== 'draft' && blast.status !== 'submitted') {
          throw new Refusal('wrong-status');
        }
        const hours = sendingHours(blast);
        const rates = listGateways(blast).map((name) =>
          findRate({ perSecond, gateways }, blast, name),
        );
        const rate = rates.reduce((sum, each) =>
          sum === null || each === null ? null : sum + each,
        );
        const most = rate === null ? null : Math.floor(rate * secondsAMinute);
        const members = (await findAudience(pool, blast.audienceId))?.members ?? 0;
        const options = { gateways, most, shown: shownRows, members };
        const { rows, ...part } = await readFirstPart(pool, blast, options);
        // A long list is counted for longer than somebody waits.
        const isCounted = part.recipients !== null && blast.further.length === 0;
        const estimate = isCounted ? null : await views.estimates.find(blast, 0);
        const recipients = part.recipients ?? estimate?.recipients ?? null;
        const fallback = blast.texts.hi === undefined ? ('en' as const) : ('hi' as const);
        const startsAt =
          hours === null ? null : firstMoment(hours, blast.startsAt, await clock.now());
        return {
          ...part,
          recipients,
          hours,
          startsAt,
          endsAt:
            blast.further.length === 0 || estimate === null
              ? findEnd(hours, startsAt, {
                  recipients,
                  perSecond: rate,
                  waitMs: canaryWait(blast, recipients),
                })
              : findLastEnd(await planParts({ perSecond, clock, gateways }, blast, estimate)),
          canarySize: blast.policy.canarySize,
          perSecond: rate,
          paise: part.segments * blast.pricePaise,
          rows: rows.map(({ place, msisdn, district, station, language }) => ({
            place,
            number: maskNumber(`+${msisdn}`),
            district,
            station: nameStation(directory, { district, station }),
            language:
              language === 'en' && blast.texts.en !== undefined ? ('en' as const) : fallback,
          })),
        };
      },
    }),
  ];
}

function nameStation({ stations }: Directory, { district, station }: RecipientPlace) {
  const found = stations.find((each) => each.district === district && each.id === station);
  return found === undefined ? null : { hi: found.nameHi, en: found.nameEn };
}
