import { createHmac } from 'node:crypto';
import { alertSentence } from '../../../campaigns/words/alert-words.ts';
import type { AlertNotice } from './alerts-sql.ts';
import type { AlertChannel } from './channel.ts';

export interface WebhookOptions {
  url: string;
  secret: string;
  /** Base of the console's addresses. */
  publicUrl: string;
  limitMs?: number;
}

/**
 * Posts alerts as JSON. `X-Alert-Signature` is `t=<seconds>,v1=<hex>`: HMAC-SHA-256 with the secret over the seconds, a
 * dot and the body, so that a receiver can refuse what is forged or old. `X-Alert-Id` is the same for each try.
 */
export function createWebhook(options: WebhookOptions): AlertChannel {
  const { url, secret, publicUrl, limitMs = 10_000 } = options;
  return {
    name: 'webhook',
    limitMs,
    async tell(notice, signal) {
      const body = JSON.stringify(toContent(notice, publicUrl));
      const seconds = Math.floor(Date.now() / 1000);
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-alert-id': `${notice.alert.id}-${notice.event}`,
          'x-alert-signature': `t=${seconds},v1=${signBody(secret, seconds, body)}`,
        },
        body,
        // A secret address is not followed elsewhere.
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]),
      });
      await response.body?.cancel();
      if (!response.ok)
        throw new Error(`Expected 2xx from the alert webhook, got ${response.status}`);
    },
  };
}

export function signBody(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}

function toContent({ event, alert }: AlertNotice, publicUrl: string): Record<string, unknown> {
  const { id, kind, subject, detail, openedAt, closedAt } = alert;
  return {
    event,
    id,
    kind,
    subject,
    detail,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    text: alertSentence(alert),
    console: `${publicUrl}/console/`,
  };
}
