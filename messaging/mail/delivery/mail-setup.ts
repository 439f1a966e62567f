import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Config } from '../../config.ts';
import { authSecret } from '../../platform/process/secret-fs.ts';
import { createLetterSeal } from './letter-seal.ts';
import { createMail } from './mail.ts';
import { findSender } from './mail-settings.ts';
import { createUnsubscribeTokens } from './unsubscribe-token.ts';

export type MailConfig = Pick<Config, 'dataDir' | 'authSecret' | 'mail' | 'publicUrl'>;

/** What letters are written with, as each process has it. */
export function makeMail(
  { dataDir, authSecret: given, mail, publicUrl }: MailConfig,
  campaign: Pick<Campaign, 'id' | 'app'>,
) {
  const from = findSender(mail, campaign);
  const secret = authSecret(dataDir, given);
  const seal = createLetterSeal(secret);
  const tokens = createUnsubscribeTokens(secret);
  return { mail: createMail({ publicUrl, from, seal, tokens }), from, seal, tokens };
}
