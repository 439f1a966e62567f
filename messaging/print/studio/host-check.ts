import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { HostFault } from '../../contract/values.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createAttemptLimit } from '../../platform/http/attempt-limit.ts';
import { identifyAccount } from '../../platform/http/client.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Scans } from '../../scanning/scans/module.ts';
import { destinationNow } from '../../scanning/scans/routes.ts';
import { type AskOptions, askHost, type HostAnswer } from './ask-host.ts';
import { type HostCheck, insertHostCheck } from './host-checks-sql.ts';
import { isPrivateAddress } from './private-address.ts';

const usualPauseMs = 2000;

export type HostChecker = ReturnType<typeof createHostChecker>;

/** Asks hosts of printed links whether a code leads to this installation, and keeps what they answered. */
export function createHostChecker(options: {
  database: Database;
  campaign: Campaign;
  scans: Pick<Scans, 'registry' | 'detours' | 'challenge'>;
  clock: Clock;
  publicUrl: string;
  ask?: Partial<AskOptions>;
}) {
  const { database, campaign, scans, clock, publicUrl, ask } = options;
  const pace = createAttemptLimit({ most: 1, windowMs: ask?.pauseMs ?? usualPauseMs });

  return {
    async check({ actor, requestId }: Caller, typed: string): Promise<HostCheck> {
      const host = typed.toUpperCase();
      if (!/^[A-Z0-9][A-Z0-9.-]*[A-Z0-9]$/.test(host))
        throw new Refusal('wrong-input', { place: 'body.host', found: typed });
      if (!pace.note(identifyAccount(actor)))
        throw new Refusal('too-many-requests', {}, { retryAfterSeconds: 2 });
      await scans.challenge.load();
      const code = scans.registry.current().codeFor({ scope: 'state' }, 'board');
      const owned = scans.registry.ownerOf(code);
      if (owned === undefined) throw new Error(`Expected an owner of ${code}, got none`);
      const nonce = randomBytes(24).toString('base64url');
      const path = `/Q${code}?confirm=${nonce}`;
      const target = destinationNow(
        { campaign, detours: scans.detours },
        { owned, platform: 'android', at: clock.now() },
      );
      const answer = await askHost(host.toLowerCase(), path, {
        allowPrivate: await isPrivateHost(new URL(publicUrl).hostname),
        ...ask,
      });
      const { fault, found } = judge(answer, {
        target,
        proof: scans.challenge.answer(code, nonce),
      });
      const check = {
        host,
        passed: fault === null,
        asked: `https://${host}/Q${code}`,
        expected: `302 → ${target}`,
        found: found.slice(0, 300),
        fault,
        checkedBy: actor.name,
      };
      return inTransaction(database.pool, async (tx) => {
        const stored = await insertHostCheck(tx, check);
        await writeAudit(tx, {
          actor,
          action: 'studio.check-host',
          subject: `link-host/${host}`,
          after: { passed: check.passed, expected: check.expected, found: check.found, fault },
          requestId,
        });
        return stored;
      });
    },
  };
}

/** Whether it is our own answer: the same redirect, and the proof that only this installation can give. */
export function judge(
  answer: HostAnswer,
  expected: { target: string; proof: string | undefined },
): { fault: HostFault | null; found: string } {
  if (answer.kind === 'fault') return answer;
  const { status, location, proof } = answer;
  const found = location === undefined ? String(status) : `${status} → ${location}`;
  if (status !== 302 || location === undefined) return { fault: 'no-redirect', found };
  if (location !== expected.target) return { fault: 'other-target', found };
  if (expected.proof === undefined || proof !== expected.proof)
    return { fault: 'other-installation', found };
  return { fault: null, found };
}

async function isPrivateHost(host: string): Promise<boolean> {
  const name = host.replace(/^\[|\]$/g, '');
  if (isIP(name) !== 0) return isPrivateAddress(name);
  const addresses = await lookup(name, { all: true }).catch(() => []);
  return addresses.some(({ address }) => isPrivateAddress(address));
}
