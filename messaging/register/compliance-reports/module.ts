import { z } from 'zod';
import { findObligation } from '../../../campaigns/directions/directions.ts';
import { type OwingOffice, officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { zoneAbove } from '../../../campaigns/directions/owing-offices.ts';
import { trackerFigures } from '../../../campaigns/directions/tracker-figures.ts';
import { zoneName } from '../../../campaigns/directory/areas.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { complianceWords } from '../../../campaigns/words/compliance-words.ts';
import { measureNames } from '../../../campaigns/words/review-note-words.ts';
import { paperFile, refusals } from '../../contract/route.ts';
import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Paper } from '../../platform/documents/paper.ts';
import { type PaperPress, writePaper } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type DirectionSources,
  type LiveRegister,
  listStated,
  readLive,
} from '../directions/live-register.ts';
import { complianceReport } from './compliance-report.ts';
import type { Answer } from './report-rows.ts';

const formats = ['pdf', 'docx', 'xlsx'] as const;

export interface ComplianceOptions {
  directions: DirectionSources;
  decoders: PaperPress;
}

/** The compliance report of a month, by zone and for headquarters. */
export function openComplianceReports(options: ComplianceOptions): Module {
  return {
    name: 'compliance-reports',
    register: ({ api }) => addRoutes(api, complianceReportRoutes(options)),
  };
}

export function complianceReportRoutes({ directions, decoders }: ComplianceOptions) {
  return [
    serveRoute('GET /api/compliance-report', {
      summary:
        'Compliance report of a month (YYYY-MM, by default the present one) in Hindi, of the whole state or a zone',
      querystring: z.object({
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .optional(),
        zone: z
          .string()
          .regex(/^[a-z0-9-]{0,40}$/)
          .optional()
          .describe('For headquarters, empty for the whole state; a zone always has its own'),
        format: z.enum(formats).default('pdf'),
      }),
      response: { 200: paperFile('The report', ...formats), ...refusals(404) },
      may: 'direction.review',
      handler: async ({ actor, query }, reply) => {
        const { format } = query;
        const known = await readLive(directions);
        const zone = pickZone(actor, query.zone);
        if (zone !== null && directions.campaign.areas.zones[zone] === undefined)
          throw new Refusal('not-found');
        const month = query.month ?? known.today.slice(0, 7);
        const report = await makeReport(directions, known, { month, zone });
        const name = `compliance-${month}${zone === null ? '' : `-${zone}`}.${format}` as const;
        const bytes = await writePaper(decoders, report, { format, account: actor.id });
        return sendDownload(reply, name, bytes);
      },
    }),
  ];
}

/** A zone has its own report and no other. */
function pickZone(actor: Actor, requested: string | undefined): string | null {
  if (actor.role !== 'zone') return requested || null;
  const home = actor.zone ?? '';
  if (requested && requested !== home) throw new Refusal('outside-area');
  return home;
}

async function makeReport(
  sources: DirectionSources,
  known: LiveRegister,
  { month, zone }: { month: string; zone: string | null },
): Promise<Paper> {
  const { database, campaign, directory } = sources;
  const { districts } = directory;
  const { register, today, progress } = known;
  const isOwn = (office: OwingOffice) =>
    zone === null ||
    (office.role === 'zone'
      ? office.area === zone
      : zoneAbove(officeKey(office), districts) === zone);
  const offices = known.offices.filter(isOwn);
  const byKey = new Map(offices.map((office) => [officeKey(office), office]));
  const describeCounts = (obligation: string, office: OwingOffice | undefined) => {
    const part = findObligation(register, obligation);
    if (part === undefined || office === undefined) return '';
    const found = trackerFigures({ ...part, office }, { progress, campaign, districts });
    return (found?.counts ?? [])
      .filter(({ count }) => count > 0)
      .map(({ measure, count, of }) => {
        const { downloads, counted } = complianceWords;
        const name = measure === 'downloads' ? downloads : measureNames.hi[measure];
        return counted(name, count, of);
      })
      .join('; ');
  };
  const places = { campaign, districts, branches: register.branches };
  return complianceReport({
    register,
    stated: await listStated(sources, known, { offices }),
    offices,
    answers: await readAnswers(database.pool, [...byKey.keys()]),
    counted: ({ obligation, office }) => describeCounts(obligation, byKey.get(office)),
    countedTogether: (obligation) =>
      describeCounts(
        obligation,
        zone === null ? { role: 'hq', area: null } : { role: 'zone', area: zone },
      ),
    places,
    month,
    today,
    takenOverOn: known.takeover.day,
    office:
      zone === null
        ? campaign.copy.owner.hi
        : `${zoneName(campaign.areas, zone).hi}, ${campaign.copy.state.hi}`,
    signature:
      zone === null
        ? campaign.offices.hq.hi
        : complianceWords.zoneHead(zoneName(campaign.areas, zone).hi),
    generatedAt: new Date(),
  });
}

/** The last submissions for occurrences of these offices, and the last remark on each; nobody's name. */
async function readAnswers(
  database: Queryable,
  offices: readonly string[],
): Promise<Map<string, Answer>> {
  const rows = await queryRows<{ key: string } & Answer>(database)`
    SELECT o.obligation || '/' || o.office || '/' || o.period AS key,
      coalesce((SELECT details FROM direction_step WHERE occurrence_id = o.id AND action = 'submit'
        ORDER BY id DESC LIMIT 1), '') AS details,
        coalesce((SELECT figures FROM direction_step WHERE occurrence_id = o.id AND action = 'submit'
        ORDER BY id DESC LIMIT 1), '{}') AS figures,
        coalesce((SELECT remark FROM direction_step WHERE occurrence_id = o.id AND remark <> ''
        ORDER BY id DESC LIMIT 1), '') AS remark
    FROM direction_occurrence AS o WHERE o.office = ANY (${offices}::text[])`;
  return new Map(rows.map(({ key, ...answer }) => [key, answer]));
}
