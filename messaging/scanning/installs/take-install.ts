import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { hourSeconds } from '../../../campaigns/durations.ts';
import {
  type InstallReport,
  impossibleTime,
  signatureSeconds,
  signedText,
} from '../../../campaigns/installs/install-report.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { keepPace, tryOnce } from '../../platform/http/attempts.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { countForCode, countForKey, findKey, insertSeen } from './installs-sql.ts';

export interface Signature {
  key: string;
  time: number;
  signature: string;
}

/** Everything that counting installs needs. */
export interface Installs {
  database: Database;
  secrets: InstallSecrets;
  findCode(code: string): Promise<OwnedCode | undefined>;
  /** The real time: Google's clock and the app's know nothing of a day that was set. */
  now(): Date;
}

/**
 * Takes what the app reports: signed, fresh, possible, and each install once.
 * @returns true when it was counted, false when it had been before
 */
export async function takeInstall(
  installs: Installs,
  request: FastifyRequest,
  report: InstallReport,
  by: Signature,
): Promise<boolean> {
  const { pool } = installs.database;
  const now = installs.now();
  const nowSeconds = Math.floor(now.getTime() / 1000);
  const { owner, code, channel } = await tryOnce(pool, 'install-report', { request }, () =>
    checkReport(installs, report, { ...by, nowSeconds }),
  );
  // A phone whose clock is wrong learns the right time; an attacker who replays an old report learns nothing.
  if (Math.abs(nowSeconds - by.time) > signatureSeconds)
    throw new Refusal('old-signature', { now: nowSeconds });
  const today = toDay(now);
  // Phones behind one address share a key that lies in the app.
  if ((await findKey(pool, by.key))?.place === 'app')
    await keepPace(pool, 'app-install', { by: identifyClient(request) });
  return inTransaction(pool, async (tx) => {
    const key = await findKey(tx, by.key);
    if (key === undefined) throw new Refusal('wrong-signature');
    const hash = createHash('sha256').update(report.install).digest('hex');
    if (!(await insertSeen(tx, hash, today))) return false;
    await countForCode(tx, {
      day: toDay(new Date(report.begin * 1000)),
      code,
      channel,
      district: 'district' in owner ? owner.district : '',
      station: owner.scope === 'station' ? owner.station : '',
      version: report.version,
      key: by.key,
    });
    if (!(await countForKey(tx, { id: by.key, today, ...key })))
      throw new Refusal('too-many-requests', {}, { retryAfterSeconds: hourSeconds });
    return true;
  });
}

/** @returns the code behind the install */
async function checkReport(
  { secrets, findCode }: Installs,
  report: InstallReport,
  { nowSeconds, ...by }: Signature & { nowSeconds: number },
): Promise<OwnedCode> {
  if (!secrets.isSigned(report, by)) throw new Refusal('wrong-signature');
  const place = impossibleTime(report, nowSeconds);
  if (place !== undefined) throw new Refusal('impossible-install', { place });
  const owned = await findCode(report.code);
  if (owned === undefined) throw new Refusal('unknown-code');
  return owned;
}

/** Secrets of keys, and whether a report was signed with one. */
interface InstallSecrets {
  secretOf(key: string): string;
  isSigned(report: InstallReport, by: { key: string; time: number; signature: string }): boolean;
}

/**
 * The secret of a key follows from its id and the installation's own secret, so that no table and no backup holds it. A
 * key that does not exist has one too: a guess takes as long as a wrong signature.
 */
export function createInstallSecrets(installation: string): InstallSecrets {
  const secretOf = (key: string) =>
    Buffer.from(hkdfSync('sha256', installation, key, 'installs: reports of the app', 32)).toString(
      'base64url',
    );
  return {
    secretOf,
    isSigned(report, { key, time, signature }) {
      const expected = createHmac('sha256', secretOf(key))
        .update(signedText(report, { key, time }))
        .digest();
      const sent = Buffer.from(signature, 'hex');
      return sent.length === expected.length && timingSafeEqual(sent, expected);
    },
  };
}
