import { hourMs } from '../../../campaigns/durations.ts';
import { findLastBackup, findLastDrill } from '../../platform/database/backup/backups-sql.ts';
import { act, type DoctorContext, expectPool, good } from './finding.ts';

/** The timer runs each night; one that came late is no reason. */
const oldestBackupMs = 36 * hourMs;
/** A drill a month, with some days to spare. */
const oldestDrillMs = 35 * 24 * hourMs;

export async function checkBackup(context: DoctorContext) {
  const last = await findLastBackup(expectPool(context));
  if (last === undefined) return act('none');
  const moment = last.madeAt.toISOString().slice(0, 16);
  return Date.now() - last.madeAt.getTime() > oldestBackupMs ? act('old', moment) : good(moment);
}

/** Whether backups are encrypted: the last one is, or the passphrase of the next one is there. */
export async function checkPassphrase(context: DoctorContext) {
  const last = await findLastBackup(expectPool(context));
  const isSet = context.config.backupPassphrase !== undefined;
  if (last?.encrypted ?? isSet) return good(isSet ? 'BACKUP_PASSPHRASE' : '--key-file');
  return act('none');
}

export async function checkDrill(context: DoctorContext) {
  const last = await findLastDrill(expectPool(context));
  if (last === undefined) return act('none');
  if (last.fault !== null) return act('failed', last.fault);
  const day = last.drilledAt.toISOString().slice(0, 10);
  if (Date.now() - last.drilledAt.getTime() > oldestDrillMs) return act('old', day);
  return good(`${day}: ${last.rows} rows, ${last.files} files, ${last.seconds.toFixed(1)} s`);
}
