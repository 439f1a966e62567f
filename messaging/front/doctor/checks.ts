import { explain } from '../../../campaigns/command/run-command.ts';
import { hourMs } from '../../../campaigns/durations.ts';
import { type DoctorCheck, doctorChecks } from '../../../campaigns/words/doctor-words.ts';
import { environment } from '../../config.ts';
import { type FetchState, readFetchState } from '../../figures/store-reports/fetch-reports.ts';
import { findLastBackup, findLastDrill } from '../../platform/database/backup/backups-sql.ts';
import { listApplied } from '../../platform/database/migrations-fs.ts';
import { listProcesses } from '../../platform/database/processes-sql.ts';
import { version } from '../../platform/process/version.ts';
import type { Finding } from './doctor-schemas.ts';
import { act, type Checks, type DoctorContext, expectPool, good, unset } from './finding.ts';
import {
  checkClock,
  checkDisk,
  checkFfmpeg,
  checkFonts,
  checkInodes,
  checkOpenFiles,
  checkPermissions,
} from './machine.ts';
import {
  checkAddress,
  checkAppStore,
  checkCallbacks,
  checkCertificate,
  checkGateways,
  checkMail,
  checkPrintedHost,
  checkStore,
  checkWhatsapp,
} from './outside.ts';
import {
  checkAuditLog,
  checkDatabase,
  checkFsync,
  checkInstallation,
  checkRedis,
  checkRedisMemory,
} from './stores.ts';

/** One check for each row of the table, whose order its words have. */
const checks: Checks = {
  address: checkAddress,
  certificate: checkCertificate,
  'printed-host': checkPrintedHost,
  'app-store': checkAppStore,
  'store-reports': checkStoreReports,
  callbacks: checkCallbacks,
  clock: checkClock,
  database: checkDatabase,
  installation: checkInstallation,
  fsync: checkFsync,
  'audit-log': checkAuditLog,
  redis: checkRedis,
  'redis-memory': checkRedisMemory,
  disk: checkDisk,
  inodes: checkInodes,
  store: checkStore,
  fonts: checkFonts,
  ffmpeg: checkFfmpeg,
  gateways: checkGateways,
  whatsapp: checkWhatsapp,
  mail: checkMail,
  backup: checkBackup,
  passphrase: checkPassphrase,
  drill: checkDrill,
  workers: checkWorkers,
  versions: checkVersions,
  'open-files': checkOpenFiles,
  permissions: checkPermissions,
  settings: checkSettings,
};

const limitMs = 20_000;

/** Runs all checks at once; one that fails or takes too long is a row like the others. */
export function examine(context: DoctorContext): Promise<Finding[]> {
  return Promise.all(doctorChecks.map((check) => examineOne(check, context)));
}

/** A row of the table. */
export async function examineOne(check: DoctorCheck, context: DoctorContext): Promise<Finding> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer in ${limitMs / 1000} s`)), limitMs);
  try {
    return { check, ...(await Promise.race([checks[check](context), late])) };
  } catch (error) {
    if (await isEmpty(context)) return { check, state: 'unset', says: 'unstarted', detail: '' };
    return { check, state: 'act', says: 'unchecked', detail: explain(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Whether nothing was ever stored: then a missing table is no fault. */
async function isEmpty({ database }: DoctorContext): Promise<boolean> {
  if (database instanceof Error) return false;
  return listApplied(database.pool).then(
    (applied) => applied.length === 0,
    () => false,
  );
}

async function checkWorkers(context: DoctorContext) {
  const seen = (await listProcesses(expectPool(context))).filter(({ sends }) => sends);
  const hosts = seen.map(({ host, part }) => `${host} ${part}`);
  return seen.length === 0 ? act('none') : good(hosts.join(', '));
}

/** Whether all processes, this program too, are of one version. */
async function checkVersions(context: DoctorContext) {
  const seen = await listProcesses(expectPool(context));
  const found = new Set([version, ...seen.map((each) => each.version)]);
  const names = seen.map((each) => `${each.host} ${each.part} ${each.version}`);
  return found.size > 1 ? act('differ', [version, ...new Set(names)].join(', ')) : good(version);
}

/** They are asked each night; one night may fail. */
const oldestMs = 50 * hourMs;

/** When each store with an account last gave its reports. */
async function checkStoreReports({ config, files }: DoctorContext) {
  const { play, appStore } = config.storeReports;
  const accounts = { play, 'app-store': appStore };
  const names = (['play', 'app-store'] as const).filter((name) => accounts[name] !== undefined);
  if (names.length === 0) return unset('none');
  const state: FetchState['stores'] = (await readFetchState(files.room('reports')))?.stores ?? {};
  const faults = names.flatMap((name) => {
    const fault = state[name]?.fault;
    return fault == null ? [] : [`${name}: ${fault}`];
  });
  if (faults.length > 0) return act('failed', faults.join(', '));
  const fetched = names.map((name) => ({ name, at: state[name]?.fetchedAt ?? null }));
  const days = fetched.flatMap(({ name, at }) =>
    at === null ? [] : [`${name} ${at.slice(0, 16)}`],
  );
  if (days.length < names.length) return unset('waits');
  const isOld = fetched.some(({ at }) => Date.now() - Date.parse(at ?? '') > oldestMs);
  return isOld ? act('old', days.join(', ')) : good(days.join(', '));
}

/** The timer runs each night; one that came late is no reason. */
const oldestBackupMs = 36 * hourMs;
/** A drill a month, with some days to spare. */
const oldestDrillMs = 35 * 24 * hourMs;

async function checkBackup(context: DoctorContext) {
  const last = await findLastBackup(expectPool(context));
  if (last === undefined) return act('none');
  if (last.fault !== null) return act('smaller', last.fault);
  const moment = last.madeAt.toISOString().slice(0, 16);
  return Date.now() - last.madeAt.getTime() > oldestBackupMs ? act('old', moment) : good(moment);
}

/** Whether backups are encrypted: the last one is, or the passphrase of the next one is there. */
async function checkPassphrase(context: DoctorContext) {
  const last = await findLastBackup(expectPool(context));
  const isSet = context.config.backupPassphrase !== undefined;
  if (last?.encrypted ?? isSet) return good(isSet ? 'BACKUP_PASSPHRASE' : '--key-file');
  return act('none');
}

async function checkDrill(context: DoctorContext) {
  const last = await findLastDrill(expectPool(context));
  if (last === undefined) return act('none');
  if (last.fault !== null) return act('failed', last.fault);
  const day = last.drilledAt.toISOString().slice(0, 10);
  if (Date.now() - last.drilledAt.getTime() > oldestDrillMs) return act('old', day);
  return good(`${day}: ${last.rows} rows, ${last.files} files, ${last.seconds.toFixed(1)} s`);
}

/** Read by the generator and the build of the site alone, or by the cloud's own library. */
const others = ['OVERRIDES_DIR', 'SITE_WITH_FILES'];
const known = new Set([...Object.keys(environment.shape), ...others]);
/** First words of groups of variables that are ours. */
const groups = /^(SMPP|TWILIO|EXOTEL|CDAC|NIC|SMTP|DKIM|EMULATOR|GATEWAY|ALERT)_/;
/** A name this short is one letter from many that are not ours, such as PATH. */
const shortName = 6;

/** Variables that look like ours and that nobody reads: most likely misspelt. */
async function checkSettings({ env }: DoctorContext) {
  const unread = Object.keys(env)
    .filter((name) => !known.has(name))
    .sort()
    .flatMap((name) => {
      const near = findNear(name);
      if (near !== undefined) return [`${name} (${near}?)`];
      return groups.test(name) ? [name] : [];
    });
  if (unread.length > 0) return act('unknown', unread.join(', '));
  return good(String([...known].filter((name) => env[name]).length));
}

/** The known name that is nearest; undefined where none is near. */
function findNear(name: string): string | undefined {
  return [...known]
    .map((each) => ({ each, edits: countEdits(each, name.toUpperCase()) }))
    .filter(({ each, edits }) => edits <= (Math.min(each.length, name.length) < shortName ? 0 : 2))
    .toSorted((a, b) => a.edits - b.edits)[0]?.each;
}

/** Letters to insert, delete or change to make one name of the other (Levenshtein). */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min(
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
          (row[j] ?? 0) + Number(letter !== other),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
