import type { House } from '../../kit/house.ts';
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
export function openInstalls(house: House & { now?: () => Date }): Module[] {
  const { config, database, ownerOf: findCode, now = () => new Date() } = house;
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
    openInstallKeys(house),
    { name: 'installs', pages: installReportRoutes(installs), api: installKeyRoutes(installs) },
  ];
}
