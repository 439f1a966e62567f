import { setTimeout as wait } from 'node:timers/promises';

/** A store did not give what was asked for; the message says what it answered. */
export class StoreError extends Error {}

export interface Patience {
  /** Before the second try; doubled before each further one, and longer where the store says so. */
  pauseMs: number;
  longestPauseMs: number;
  answerMs: number;
  signal: AbortSignal;
}

const tries = 4;
/** A month of one app has some kilobytes. */
const largestBytes = 20 * 1024 * 1024;

export interface StoreAnswer {
  status: number;
  headers: Headers;
  body: Buffer;
}

/**
 * Asks until there is an answer: 429, 5xx and a cut line are tried again.
 * @returns an answer below 300, or 404, which means that there is no such report
 * @throws StoreError after the last try, or for any other answer
 */
export async function askStore(
  url: string,
  init: RequestInit,
  { pauseMs, longestPauseMs, answerMs, signal }: Patience,
): Promise<StoreAnswer> {
  let fault = new StoreError('no answer');
  for (let left = tries; left > 0; left -= 1) {
    const found = await askOnce(url, {
      ...init,
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
    });
    signal.throwIfAborted();
    if (!('again' in found)) return found;
    fault = new StoreError(`${new URL(url).hostname}: ${found.reason}`);
    if (!found.again) break;
    if (left > 1) {
      const ownMs = pauseMs * 2 ** (tries - left);
      await wait(Math.min(longestPauseMs, Math.max(ownMs, found.retryMs)), undefined, { signal });
    }
  }
  throw fault;
}

interface Refused {
  again: boolean;
  reason: string;
  retryMs: number;
}

async function askOnce(url: string, init: RequestInit): Promise<StoreAnswer | Refused> {
  try {
    const answer = await fetch(url, { redirect: 'error', ...init });
    const { status, headers } = answer;
    const body = await readBody(answer);
    if (answer.ok || status === 404) return { status, headers, body };
    const seconds = Number(headers.get('retry-after'));
    return {
      again: status === 429 || status >= 500,
      reason: `${status} ${body.toString('utf8', 0, 200).replace(/\s+/g, ' ')}`.trim(),
      retryMs: Number.isFinite(seconds) ? seconds * 1000 : 0,
    };
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return { again: true, reason: cause?.code ?? message, retryMs: 0 };
  }
}

async function readBody({ body, url }: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    bytes += part.byteLength;
    if (bytes > largestBytes)
      throw new StoreError(`${new URL(url).hostname}: more than ${largestBytes} bytes`);
  }
  return Buffer.concat(parts);
}
