import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { HostFault } from '../../contract/values.ts';
import type { House } from '../../kit/house.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { destinationNow } from '../../scanning/scans/answer-scan.ts';
import type { Scans } from '../../scanning/scans/module.ts';
import { type AskOptions, askHost, type HostAnswer, isPrivateAddress } from './ask-host.ts';
import { type HostCheck, insertHostCheck } from './studio-sql.ts';

export interface HostChecks extends Pick<House, 'campaign' | 'clock' | 'database'> {
  scans: Pick<Scans, 'registry' | 'detours' | 'challenge'>;
  publicUrl: string;
  /** Other rules for asking, for a test. */
  ask?: Partial<AskOptions> | undefined;
}

/** Asks a host of printed links whether a code leads to this installation, and keeps the answer. */
export async function checkHost(
  checks: HostChecks,
  typed: string,
  caller: Caller,
): Promise<HostCheck> {
  const host = typed.toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9.-]*[A-Z0-9]$/.test(host))
    throw new Refusal('wrong-input', { place: 'body.host', found: typed });
  const { code, nonce, ...expected } = await expectAnswer(checks);
  const answer = await askHost(host.toLowerCase(), `/Q${code}?confirm=${nonce}`, {
    allowPrivate: await isPrivateHost(new URL(checks.publicUrl).hostname),
    ...checks.ask,
  });
  const { fault, found } = judge(answer, expected);
  const check = {
    host,
    passed: fault === null,
    asked: `https://${host}/Q${code}`,
    expected: `302 → ${expected.target}`,
    found: found.slice(0, 300),
    fault,
    checkedBy: caller.actor.name,
  };
  return inTransaction(checks.database.pool, async (tx) => {
    const stored = await insertHostCheck(tx, check);
    await writeAudit(tx, {
      ...caller,
      action: 'studio.check-host',
      subject: `link-host/${host}`,
      after: { passed: check.passed, expected: check.expected, found: check.found, fault },
    });
    return stored;
  });
}

/** A code to ask for, and how this installation answers it now. */
async function expectAnswer({ campaign, scans, clock }: HostChecks) {
  const { registry, challenge, detours } = scans;
  await challenge.load();
  const code = registry.current().codeFor({ scope: 'state' }, 'board');
  const owned = registry.ownerOf(code);
  if (owned === undefined) throw new Error(`Expected an owner of ${code}, got none`);
  const nonce = randomBytes(24).toString('base64url');
  const scan = { owned, platform: 'android', at: clock.now() } as const;
  const target = destinationNow({ campaign, detours }, scan);
  return { code, nonce, target, proof: challenge.answer(code, nonce) };
}

/** Whether it is our own answer: the same redirect, and the proof that only this installation can give. */
function judge(
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
