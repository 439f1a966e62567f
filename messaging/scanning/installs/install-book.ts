import { createHash } from 'node:crypto';
import {
  type InstallReport,
  impossibleTime,
  signatureSeconds,
} from '../../../campaigns/installs/install-report.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { AttemptLimit } from '../../platform/http/attempt-limit.ts';
import type { Client } from '../../platform/http/client.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { InstallSecrets } from './install-secret.ts';
import { countForCode, countForKey, insertSeen, useKey } from './installs-sql.ts';

export type Signature = { key: string; time: number; signature: string };

export interface InstallBookOptions {
  database: Database;
  secrets: InstallSecrets;
  findCode(code: string): Promise<OwnedCode | undefined>;
  /** Of clients that sent what nobody signed. */
  wrong: AttemptLimit;
  /** Of phones behind one address, for a key that lies in the app. */
  many: AttemptLimit;
  /** The real time: Google's clock and the app's know nothing of a day that was set. */
  now(): Date;
}

export interface InstallBook {
  /** True when it was counted, false when it had been before. */
  take(report: InstallReport, by: Signature & { client: Client }): Promise<boolean>;
}

/** Takes what the app reports: signed, fresh, possible, and each install once. */
export function openInstallBook(options: InstallBookOptions): InstallBook {
  const { database, secrets, wrong, many } = options;
  return {
    async take(report, { client, ...by }) {
      const now = options.now();
      const nowSeconds = Math.floor(now.getTime() / 1000);
      if (wrong.isOver(client)) throw tooMany();
      const refuse = (error: Refusal) => {
        wrong.note(client);
        return error;
      };
      if (!secrets.isSigned(report, by)) throw refuse(new Refusal('wrong-signature'));
      if (Math.abs(nowSeconds - by.time) > signatureSeconds) {
        // A phone whose clock is wrong learns the right time; whoever plays back an old report learns nothing.
        throw new Refusal('old-signature', { now: nowSeconds });
      }
      const place = impossibleTime(report, nowSeconds);
      if (place !== undefined) throw refuse(new Refusal('impossible-install', { place }));
      const owned = await options.findCode(report.code);
      if (owned === undefined) throw refuse(new Refusal('unknown-code'));
      const today = toDay(now);
      return inTransaction(database.pool, async (tx) => {
        const key = await useKey(tx, by.key);
        if (key === undefined) throw refuse(new Refusal('wrong-signature'));
        if (key.place === 'app' && !many.note(client)) throw tooMany();
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
        if (!(await countForKey(tx, { id: by.key, today, ...key }))) throw tooMany(3600);
        return true;
      });
    },
  };
}

function tooMany(retryAfterSeconds = 600): Refusal {
  return new Refusal('too-many-requests', {}, { retryAfterSeconds });
}
