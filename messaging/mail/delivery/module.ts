import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { Mail } from './mail.ts';
import { makeMail } from './mail-setup.ts';
import { mailRoutes } from './routes.ts';
import { registerUnsubscribe } from './unsubscribe-routes.ts';

/** The ledger of letters, to write to; and its routes. */
export interface MailModule extends Module {
  mail: Mail;
}

export function openMail({ config, database, districts, campaign, clock }: House): MailModule {
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
