import { setTimeout as wait } from 'node:timers/promises';
import twilio from 'twilio';
import { type CallOutcome, callOutcomeOf, type EmulatorBehaviour } from './emulator-behaviour.ts';
import type { Kept } from './emulator-store.ts';
import type { Exchanger } from './http-exchange.ts';

export interface Caller {
  accountSid: string;
  authToken: string;
  exchanger: Exchanger;
  behaviour(): EmulatorBehaviour;
  random(): number;
}

const callbackTimeoutMs = 15_000;

/** Posts a signed form as Twilio does and returns the answer's body; a failed post is lost, as it is there. */
export async function postSigned(
  caller: Caller,
  url: string,
  fields: Record<string, string>,
): Promise<string | null> {
  const signature = twilio.getExpectedTwilioSignature(caller.authToken, url, fields);
  try {
    const answer = await caller.exchanger.exchange({
      method: 'POST',
      url: new URL(url),
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Twilio-Signature': signature,
      },
      body: new URLSearchParams(fields).toString(),
      timeoutMs: callbackTimeoutMs,
    });
    return answer.status < 400 ? answer.body : null;
  } catch {
    return null;
  }
}

/** Tells the status callback how a message went, as often and as disorderly as the behaviour says. */
export async function reportMessage(caller: Caller, kept: Kept): Promise<void> {
  const final = kept.errorCode === null ? 'delivered' : 'undelivered';
  const { callbackUrl } = kept;
  const behaviour = caller.behaviour();
  if (callbackUrl === null || !behaviour.callbacks) {
    kept.status = final;
    return;
  }
  const posts: Promise<unknown>[] = [];
  for (const status of ['sent', final]) {
    const fields = {
      MessageSid: kept.sid,
      SmsSid: kept.sid,
      AccountSid: caller.accountSid,
      MessageStatus: status,
      SmsStatus: status,
      To: kept.to,
      From: kept.from,
      ApiVersion: '2010-04-01',
      ...(status === 'undelivered' ? { ErrorCode: String(kept.errorCode) } : {}),
    };
    for (let copy = 0; copy < behaviour.callbackCopies; copy += 1) {
      const delayMs = caller.random() * behaviour.callbackSpreadMs;
      posts.push(
        wait(delayMs, undefined, { ref: false }).then(() =>
          postSigned(caller, callbackUrl, fields),
        ),
      );
    }
  }
  kept.status = final;
  await Promise.all(posts);
}

/** Lets a call happen: it rings, somebody answers, listens, perhaps presses a key. */
export async function runCall(caller: Caller, kept: Kept): Promise<void> {
  const outcome = callOutcomeOf(kept.to);
  await reportCall(caller, kept, 'initiated');
  await reportCall(caller, kept, 'ringing');
  if (outcome.kind === 'busy' || outcome.kind === 'no-answer') {
    kept.status = outcome.kind;
    await reportCall(caller, kept, outcome.kind);
    return;
  }
  kept.status = 'in-progress';
  await reportCall(caller, kept, 'in-progress');
  await listen(caller, kept, outcome);
  kept.status = 'completed';
  await reportCall(caller, kept, 'completed');
}

async function listen(caller: Caller, kept: Kept, outcome: CallOutcome): Promise<void> {
  const fields = {
    CallSid: kept.sid,
    AccountSid: caller.accountSid,
    To: kept.to,
    From: kept.from,
    CallStatus: 'in-progress',
    Direction: 'outbound-api',
    AnsweredBy: outcome.kind === 'machine' ? 'machine_start' : 'human',
  };
  if (kept.answerUrl === null) return;
  const menu = await postSigned(caller, kept.answerUrl, fields);
  if (menu === null || outcome.kind !== 'human' || outcome.key === null) return;
  const action = /<Gather[^>]*\baction="([^"]+)"/.exec(menu)?.[1]?.replaceAll('&amp;', '&');
  if (action === undefined) return;
  const url = new URL(action, kept.answerUrl).href;
  await postSigned(caller, url, { ...fields, Digits: outcome.key });
}

async function reportCall(caller: Caller, kept: Kept, status: string): Promise<void> {
  const { callbackUrl } = kept;
  if (callbackUrl === null || !caller.behaviour().callbacks) return;
  await postSigned(caller, callbackUrl, {
    CallSid: kept.sid,
    AccountSid: caller.accountSid,
    CallStatus: status,
    To: kept.to,
    From: kept.from,
    ...(status === 'completed' ? { CallDuration: '30' } : {}),
  });
}
