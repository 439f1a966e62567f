import { hash } from 'node:crypto';
import { z } from 'zod';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import { can, listCovered } from '../../../campaigns/offices/permission.ts';
import { paragraph, reference } from '../../../campaigns/text-types.ts';
import { done, refusals } from '../../contract/route.ts';
import { type CodeReportKind, codeReportKinds, longestReason } from '../../contract/values.ts';
import type { House } from '../../kit/house.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { keepPace } from '../../platform/http/attempts.ts';
import { type Client, identifyClient } from '../../platform/http/client.ts';
import type { Module } from '../../platform/http/module.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { DaySalt } from '../scans/day-salt.ts';
import { code, type ReportedCode, reportedCode } from './code-reports-schemas.ts';
import { insertCodeReport, readReportedCodes, resolveCodeReports } from './code-reports-sql.ts';

/** Reports of citizens on codes, and how their districts resolve them. */
export function openCodeReports(reports: CodeReports): Module {
  return {
    name: 'code reports',
    pages: codeReportRoutes(reports),
    api: reportedCodeRoutes(reports),
  };
}

/** The citizens' way in. */
export function codeReportRoutes(reports: CodeReports) {
  return [
    serveRoute('POST /api/public/code-reports', {
      summary: 'A citizen says what is wrong with a code; nothing is kept of who says it',
      body: z.object({
        code,
        kind: z.enum(codeReportKinds),
        website: reference({ max: 200 })
          .default('')
          .describe('A field that people do not see: what fills it in is a program'),
      }),
      response: { 204: done, ...refusals(400, 404, 429) },
      config: { access: 'public' },
      handler: async (request) => {
        // A program gets the same answer as a person, so that it learns nothing.
        if (request.body.website === '')
          await takeReport(reports, request.body, identifyClient(request));
      },
    }),
  ];
}

export function reportedCodeRoutes(reports: CodeReports) {
  return [
    serveRoute('GET /api/code-reports', {
      summary: 'Codes of the own area that so many reported within 30 days that somebody must look',
      response: { 200: z.array(reportedCode) },
      may: 'code-report.read',
      handler: ({ caller }) => listReported(reports, caller),
    }),
    serveRoute('POST /api/code-reports/resolve', {
      summary: 'The district looked at the code, and says what it found',
      body: z.object({ code, reason: paragraph({ min: 1, max: longestReason }) }),
      response: { 204: done, ...refusals(404) },
      may: 'code-report.resolve',
      handler: async ({ caller, body }) => resolveReports(reports, body, caller),
    }),
  ];
}

interface CodeReports extends Pick<House, 'clock' | 'directory'> {
  database: Pick<Database, 'pool'>;
  salts: DaySalt;
  ownerOf(code: string): Promise<OwnedCode | undefined>;
}

/** @throws if the code is not a station's, or its visitor has said enough for now */
async function takeReport(
  reports: CodeReports,
  { code: typed, kind }: { code: string; kind: CodeReportKind },
  client: Client,
): Promise<void> {
  const { database, clock, salts } = reports;
  const { code, district, station } = await findStationCode(reports, typed);
  await keepPace(database.pool, 'code-report', { by: client });
  const day = clock.today();
  const visitor = hashClient(await salts.of(day), client);
  await insertCodeReport(database.pool, { code, district, station, kind, day, visitor });
}

/** Tells visitors of one day apart; useless without the day's salt, and not the hash that scans have. */
function hashClient(salt: Buffer, client: Client): bigint {
  const whole = hash('sha256', `${salt.toString('hex')}r\n${client}`, 'hex');
  return BigInt(`0x${whole.slice(0, 16)}`) >> 1n;
}

async function listReported(
  { database, directory, clock }: CodeReports,
  { actor }: Caller,
): Promise<ReportedCode[]> {
  const districts = listCovered(actor, directory.districts);
  const codes = await readReportedCodes(database.pool, { districts, today: clock.today() });
  return codes.map((reported) => {
    const { district, station } = reported;
    const found = stationsOf(directory, district).find(({ id }) => id === station);
    return { ...reported, name: { hi: found?.nameHi ?? station, en: found?.nameEn ?? station } };
  });
}

/** Closes what was reported of a code. @throws where nothing is open, or it is another district's */
async function resolveReports(
  reports: CodeReports,
  { code: typed, reason }: { code: string; reason: string },
  { actor, requestId }: Caller,
): Promise<void> {
  const { database, directory, clock } = reports;
  const { code, district, station } = await findStationCode(reports, typed);
  const place = directory.districts.find(({ id }) => id === district);
  if (place === undefined || !can(actor, 'code-report.resolve', place))
    throw new Refusal('outside-area');
  await inTransaction(database.pool, async (tx) => {
    const count = await resolveCodeReports(tx, code, clock.now());
    if (count === 0) throw new Refusal('not-found');
    await writeAudit(tx, {
      actor,
      requestId,
      district,
      action: 'code-report.resolve',
      subject: `station/${district}/${station}`,
      after: { code, reports: count, reason },
    });
  });
}

async function findStationCode({ ownerOf }: CodeReports, typed: string) {
  const owned = await ownerOf(typed);
  if (owned?.owner.scope !== 'station') throw new Refusal('no-board-code');
  const { district, station } = owned.owner;
  return { code: owned.code, district, station };
}
