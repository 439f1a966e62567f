import { hash } from 'node:crypto';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import { can, listCovered } from '../../../campaigns/offices/permission.ts';
import type { CodeReportKind } from '../../contract/values.ts';
import type { House } from '../../kit/house.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { keepPace } from '../../platform/http/attempts.ts';
import type { Client } from '../../platform/http/client.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { DaySalt } from '../scans/day-salt.ts';
import type { ReportedCode } from './code-reports-schemas.ts';
import { insertCodeReport, readReportedCodes, resolveCodeReports } from './code-reports-sql.ts';

export interface CodeReports extends Pick<House, 'clock' | 'directory'> {
  database: Pick<Database, 'pool'>;
  salts: DaySalt;
  ownerOf(code: string): Promise<OwnedCode | undefined>;
}

/** @throws if the code is not a station's, or its visitor has said enough for now */
export async function takeReport(
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

export async function listReported(
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
export async function resolveReports(
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
