import { z } from 'zod';
import { expectHttps } from '../../platform/process/loopback.ts';

/** Variables of the alert webhook; `.env.example` explains them. */
export const alertEnvironment = {
  ALERT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  ALERT_WEBHOOK_SECRET: z.string().min(16).optional(),
};
type Environment = z.infer<z.ZodObject<typeof alertEnvironment>>;

export interface AlertSettings {
  webhook: { url: string; secret: string } | undefined;
}

/** @throws when one of both is missing, or the address is neither https nor on this machine */
export function alertSettings(env: Environment): AlertSettings {
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret } = env;
  if (url === undefined && secret === undefined) return { webhook: undefined };
  if (url === undefined || secret === undefined) {
    const missing = url === undefined ? 'ALERT_WEBHOOK_URL' : 'ALERT_WEBHOOK_SECRET';
    throw new Error(`Expected both variables of ALERT_WEBHOOK_, got none for ${missing}`);
  }
  expectHttps('ALERT_WEBHOOK_URL', url);
  return { webhook: { url, secret } };
}
