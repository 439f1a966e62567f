import { createHmac } from 'node:crypto';

/** Where a program of the operator's takes news as signed JSON. */
export interface Webhook {
  url: string;
  secret: string;
}

interface News {
  /** Of the headers: `X-Alert-Id`, `X-Alert-Signature`. */
  kind: 'Alert' | 'Event';
  /** The same for each try. */
  id: string;
  content: Record<string, unknown>;
  limitMs: number;
  signal: AbortSignal;
}

/**
 * Posts news as JSON. The signature is `t=<seconds>,v1=<hex>`: HMAC-SHA-256 with the secret over the seconds, a dot and the
 * body, so that a receiver can refuse what is forged or old.
 * @throws unless it is answered by 2xx
 */
export async function postSigned(
  { url, secret }: Webhook,
  { kind, id, content, limitMs, signal }: News,
): Promise<void> {
  const body = JSON.stringify(content);
  const seconds = Math.floor(Date.now() / 1000);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [`x-${kind}-id`]: id,
      [`x-${kind}-signature`]: `t=${seconds},v1=${signBody(secret, seconds, body)}`,
    },
    body,
    // A secret address is not followed elsewhere.
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`Expected 2xx from the webhook, got ${response.status}`);
}

export function signBody(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}
