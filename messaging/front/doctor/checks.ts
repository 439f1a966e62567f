import { explain } from '../../../campaigns/command/run-command.ts';
import { type DoctorCheck, doctorChecks } from '../../../campaigns/words/doctor-words.ts';
import {
  checkAddress,
  checkAppStore,
  checkCallbacks,
  checkCertificate,
  checkPrintedHost,
} from './addresses.ts';
import { checkBackup, checkDrill, checkPassphrase } from './backups.ts';
import { checkClock } from './clocks.ts';
import { checkAuditLog, checkDatabase, checkFsync } from './database.ts';
import type { Finding } from './doctor-schemas.ts';
import type { Checks, DoctorContext } from './finding.ts';
import { checkDisk, checkInodes, checkOpenFiles, checkPermissions } from './machine.ts';
import { checkGateways, checkMail, checkStore, checkWhatsapp } from './outside.ts';
import { checkVersions, checkWorkers } from './processes.ts';
import { checkFfmpeg, checkFonts } from './programs.ts';
import { checkRedis, checkRedisMemory } from './redis.ts';
import { checkSettings } from './settings.ts';
import { checkStoreReports } from './store-reports.ts';

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
    return { check, state: 'act', says: 'failed', detail: explain(error) };
  } finally {
    clearTimeout(timer);
  }
}
