import type { District } from '../../campaigns/directory/station.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { type Module, nothingToClose } from '../http/module.ts';
import type { Clock } from '../process/clock.ts';
import { authSecret } from '../process/secret-fs.ts';
import { createLetterSeal } from './letter-seal.ts';
import { createMail, type Mail } from './mail.ts';
import { registerMail } from './routes.ts';
import { registerUnsubscribe } from './unsubscribe-routes.ts';
import { createUnsubscribeTokens } from './unsubscribe-token.ts';

/** The ledger of letters, to write to; and its routes. */
export interface MailModule extends Module {
  mail: Mail;
}

type MailConfig = Pick<Config, 'dataDir' | 'authSecret' | 'mail' | 'publicUrl'>;

/** What letters are written with, as each process has it. */
export function mailOf({ dataDir, authSecret: given, mail, publicUrl }: MailConfig) {
  const secret = authSecret(dataDir, given);
  const seal = createLetterSeal(secret);
  const tokens = createUnsubscribeTokens(secret);
  return { mail: createMail({ publicUrl, from: mail.from, seal, tokens }), seal, tokens };
}

export function openMail(options: {
  config: MailConfig;
  database: Pick<Database, 'pool'>;
  districts: readonly District[];
  /** Name of the house on its pages. */
  owner: string;
  clock: Clock;
}): MailModule {
  const { config, database, districts, owner, clock } = options;
  const { pool } = database;
  const { publicUrl } = config;
  const { mail, tokens } = mailOf(config);
  const outbox = config.mail.smtp === undefined;
  return {
    name: 'mail',
    mail,
    register({ api, pages }) {
      registerMail(api, { pool, mail, districts, publicUrl, outbox, now: clock.now });
      registerUnsubscribe(pages, { pool, tokens, owner });
    },
    close: nothingToClose,
  };
}
