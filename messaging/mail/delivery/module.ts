import type { Campaign } from '../../../campaigns/campaign.ts';
import type { OfficePlaces } from '../../../campaigns/offices/office.ts';
import type { Database } from '../../platform/database/database.ts';
import type { PageCampaign } from '../../platform/http/html.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { Clock } from '../../platform/process/clock.ts';
import type { LetterCampaign } from './letters/voice.ts';
import type { Mail } from './mail.ts';
import { type MailConfig, makeMail } from './mail-setup.ts';
import { mailRoutes } from './routes.ts';
import { registerUnsubscribe } from './unsubscribe-routes.ts';

/** The ledger of letters, to write to; and its routes. */
export interface MailModule extends Module {
  mail: Mail;
}

export function openMail(
  options: OfficePlaces & {
    campaign: PageCampaign & LetterCampaign & Pick<Campaign, 'id'>;
    config: MailConfig;
    database: Pick<Database, 'pool'>;
    clock: Clock;
  },
): MailModule {
  const { config, database, districts, campaign, clock } = options;
  const { pool } = database;
  const { publicUrl } = config;
  const { mail, tokens } = makeMail(config, campaign);
  const outbox = config.mail.smtp === undefined;
  return {
    name: 'mail',
    mail,
    register({ api, pages }) {
      addRoutes(
        api,
        mailRoutes({
          pool,
          mail,
          districts,
          campaign,
          publicUrl,
          outbox,
          now: clock.now,
        }),
      );
      registerUnsubscribe(pages, { pool, tokens, campaign });
    },
  };
}
