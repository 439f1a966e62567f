import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import type { Config } from '../../config.ts';
import type { House } from '../../kit/serve.ts';
import type { Database } from '../../platform/database/database.ts';
import { createAttemptLimit } from '../../platform/http/attempt-limit.ts';
import type { Module } from '../../platform/http/module.ts';
import { authSecret } from '../../platform/process/secret-fs.ts';
import { installKeyRoutes, openInstallKeys } from './install-keys-serve.ts';
import { createInstallSecrets } from './install-secret.ts';
import { installReportRoutes } from './routes.ts';
import type { Installs } from './take-install.ts';

const windowMs = 600_000;
const mostWrong = 30;
/** Phones of a mobile network share an address. */
const mostOfAnAddress = 120;

/** Installs as the app's own team reports them, by code. */
export function openInstalls(options: {
  config: Pick<Config, 'dataDir' | 'authSecret'>;
  database: Database;
  directory: House['directory'];
  findCode(code: string): Promise<OwnedCode | undefined>;
  now?: () => Date;
}): Module[] {
  const { config, database, findCode, now = () => new Date() } = options;
  const secrets = createInstallSecrets(authSecret(config.dataDir, config.authSecret));
  const installs: Installs = {
    database,
    secrets,
    findCode,
    now,
    wrong: createAttemptLimit({ most: mostWrong, windowMs }),
    many: createAttemptLimit({ most: mostOfAnAddress, windowMs }),
  };
  return [
    openInstallKeys(options),
    { name: 'installs', pages: installReportRoutes(installs), api: installKeyRoutes(installs) },
  ];
}
