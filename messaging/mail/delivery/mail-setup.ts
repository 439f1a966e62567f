import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Config } from '../../config.ts';
import { authSecret } from '../../platform/process/secret-fs.ts';
import { createLetterSeal } from './letter-seal.ts';
import { createMail } from './mail.ts';
import { findSender } from './mail-settings.ts';
import { createUnsubscribeTokens } from './unsubscribe-token.ts';

export type MailConfig = Pick<Config, 'dataDir' | 'authSecret' | 'mail' | 'publicUrl'>;

/** Mail as each process opens it. */
export function makeMail(
  { dataDir, authSecret: ownSecret, mail, publicUrl }: MailConfig,
  campaign: Pick<Campaign, 'id' | 'app'>,
) {
  const from = findSender(mail, campaign);
  const secret = authSecret(dataDir, ownSecret);
  const seal = createLetterSeal(secret);
  const tokens = createUnsubscribeTokens(secret);
  return { mail: createMail({ publicUrl, from, seal, tokens }), from, seal, tokens };
}
