import { type CallOutcome, findCallOutcome } from './emulator-behaviour.ts';
import { type EmulatedAccount, postSigned } from './emulator-callbacks.ts';
import { apiDate } from './emulator-resource.ts';
import type { KeptCall } from './emulator-store.ts';

type Live = Extract<CallOutcome, { kind: 'human' | 'machine' }>;

/** Lets a call happen: it rings, somebody answers, listens, perhaps presses a key. */
export async function runCall(account: EmulatedAccount, kept: KeptCall): Promise<void> {
  const outcome = findCallOutcome(kept.to);
  await report(account, kept, 'initiated');
  kept.startedAtMs = Date.now();
  if (isOver(kept)) return;
  kept.status = 'ringing';
  await report(account, kept, 'ringing');
  if (isOver(kept) || outcome.kind === 'rings-on') return;
  if (outcome.kind === 'busy' || outcome.kind === 'no-answer') {
    await endCall(account, kept, outcome.kind);
    return;
  }
  kept.status = 'in-progress';
  kept.answeredBy = answeredBy(kept, outcome.kind);
  await report(account, kept, 'in-progress');
  if (outcome.kind === 'stays') return;
  await listen(account, kept, outcome);
  if (!isOver(kept)) await endCall(account, kept, 'completed');
}

/** Ends a call by itself, or because our side asked for it. */
export async function endCall(
  account: EmulatedAccount,
  kept: KeptCall,
  status: string,
): Promise<void> {
  kept.status = status;
  kept.endedAtMs = Date.now();
  await report(account, kept, status);
}

function isOver({ endedAtMs }: KeptCall): boolean {
  return endedAtMs !== null;
}

/** `AnsweredBy`, where the client asked for it. */
function answeredBy({ detection }: KeptCall, kind: 'human' | 'machine' | 'stays'): string | null {
  if (detection === null) return null;
  if (kind !== 'machine') return 'human';
  return detection === 'Enable' ? 'machine_start' : 'machine_end_beep';
}

async function listen(account: EmulatedAccount, kept: KeptCall, outcome: Live): Promise<void> {
  const fields = { ...shared(account, kept), CallStatus: 'in-progress' };
  const base = kept.answerUrl ?? undefined;
  const menu = kept.twiml ?? (base === undefined ? null : await postSigned(account, base, fields));
  if (menu === null || outcome.kind !== 'human' || outcome.key === null) return;
  const action = /<Gather[^<>]*\baction="([^"]+)"/.exec(menu)?.[1]?.replaceAll('&amp;', '&');
  if (action === undefined || !URL.canParse(action, base)) return;
  const url = new URL(action, base).href;
  await postSigned(account, url, { ...fields, Digits: outcome.key, msg: 'Gather End' });
}

function shared(account: EmulatedAccount, kept: KeptCall): Record<string, string> {
  return {
    CallSid: kept.sid,
    AccountSid: account.accountSid,
    ApiVersion: '2010-04-01',
    To: kept.to,
    Called: kept.to,
    From: kept.from ?? '',
    Caller: kept.from ?? '',
    Direction: 'outbound-api',
    ...(kept.answeredBy === null ? {} : { AnsweredBy: kept.answeredBy }),
  };
}

/** Tells the callback a status, if the event that it belongs to was asked for: every end is `completed`. */
async function report(account: EmulatedAccount, kept: KeptCall, status: string): Promise<void> {
  const behaviour = account.behaviour;
  const early: Record<string, string> = {
    initiated: 'initiated',
    ringing: 'ringing',
    'in-progress': 'answered',
  };
  const event = early[status] ?? 'completed';
  kept.updatedAtMs = Date.now();
  const { callbackUrl } = kept;
  if (callbackUrl === null || !behaviour.callbacks || !kept.events.includes(event)) return;
  const sequence = kept.sequence;
  kept.sequence += 1;
  await postSigned(account, callbackUrl, {
    ...shared(account, kept),
    CallStatus: status,
    Timestamp: apiDate(Date.now() + behaviour.clockSkewMs),
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(sequence),
    ...(status === 'completed' ? { CallDuration: '30', Duration: '1' } : {}),
  });
}
