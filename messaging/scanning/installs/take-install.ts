import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
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
import type { AttemptLimit } from '../../platform/http/attempt-limit.ts';
import type { Client } from '../../platform/http/client.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { countForCode, countForKey, insertSeen, useKey } from './installs-sql.ts';

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
  /** Limits clients that sent what nobody signed. */
  wrong: AttemptLimit;
  /** Limits phones behind one address, for a key that lies in the app. */
  many: AttemptLimit;
  /** The real time: Google's clock and the app's know nothing of a day that was set. */
  now(): Date;
}

type SignedBy = Signature & { client: Client };

/**
 * Takes what the app reports: signed, fresh, possible, and each install once.
 * @returns true when it was counted, false when it had been before
 */
export async function takeInstall(
  installs: Installs,
  report: InstallReport,
  by: SignedBy,
): Promise<boolean> {
  const now = installs.now();
  const owned = await checkReport(installs, report, { ...by, now });
  const { wrong, many } = installs;
  const today = toDay(now);
  return inTransaction(installs.database.pool, async (tx) => {
    const key = await useKey(tx, by.key);
    if (key === undefined) throw noteWrong(wrong, by.client, new Refusal('wrong-signature'));
    if (key.place === 'app' && !many.note(by.client)) throw tooMany();
    const hash = createHash('sha256').update(report.install).digest('hex');
    if (!(await insertSeen(tx, hash, today))) return false;
    const { owner, code, channel } = owned;
    await countForCode(tx, {
      day: toDay(new Date(report.begin * 1000)),
      code,
      channel,
      district: 'district' in owner ? owner.district : '',
      station: owner.scope === 'station' ? owner.station : '',
      version: report.version,
      key: by.key,
    });
    if (!(await countForKey(tx, { id: by.key, today, ...key }))) throw tooMany(hourSeconds);
    return true;
  });
}

/** @returns the code behind the install */
async function checkReport(
  { secrets, wrong, findCode }: Installs,
  report: InstallReport,
  { client, now, ...by }: SignedBy & { now: Date },
): Promise<OwnedCode> {
  const nowSeconds = Math.floor(now.getTime() / 1000);
  if (wrong.isOver(client)) throw tooMany();
  if (!secrets.isSigned(report, by)) throw noteWrong(wrong, client, new Refusal('wrong-signature'));
  if (Math.abs(nowSeconds - by.time) > signatureSeconds) {
    // A phone whose clock is wrong learns the right time; an attacker who replays an old report learns nothing.
    throw new Refusal('old-signature', { now: nowSeconds });
  }
  const place = impossibleTime(report, nowSeconds);
  if (place !== undefined)
    throw noteWrong(wrong, client, new Refusal('impossible-install', { place }));
  const owned = await findCode(report.code);
  if (owned === undefined) throw noteWrong(wrong, client, new Refusal('unknown-code'));
  return owned;
}

function noteWrong(wrong: AttemptLimit, client: Client, refusal: Refusal): Refusal {
  wrong.note(client);
  return refusal;
}

function tooMany(retryAfterSeconds = 600): Refusal {
  return new Refusal('too-many-requests', {}, { retryAfterSeconds });
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
