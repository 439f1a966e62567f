import { z } from 'zod';

/** Variables of the alert webhook; `.env.example` explains them. */
export const alertEnvironment = {
  ALERT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  ALERT_WEBHOOK_SECRET: z.string().min(16).optional(),
};
type Environment = z.infer<z.ZodObject<typeof alertEnvironment>>;

export interface AlertSettings {
  webhook: { url: string; secret: string } | undefined;
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** @throws when one of both is missing, or the address is neither https nor on this machine */
export function alertSettings(env: Environment): AlertSettings {
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret } = env;
  if (url === undefined && secret === undefined) return { webhook: undefined };
  if (url === undefined || secret === undefined) {
    const missing = url === undefined ? 'ALERT_WEBHOOK_URL' : 'ALERT_WEBHOOK_SECRET';
    throw new Error(`Expected both variables of ALERT_WEBHOOK_, got none for ${missing}`);
  }
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !loopback.has(hostname)) {
    throw new Error(
      'Expected `ALERT_WEBHOOK_URL` to begin with https://, got http:// to another machine',
    );
  }
  return { webhook: { url, secret } };
}
