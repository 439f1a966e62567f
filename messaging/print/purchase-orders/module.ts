import multipart from '@fastify/multipart';
import type { Logger } from 'pino';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { Identify } from '../../platform/http/access.ts';
import { createAttemptLimit } from '../../platform/http/attempt-limit.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { authSecret } from '../../platform/process/secret-fs.ts';
import type { PrintApprovalModule } from '../print-approvals/module.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import { orderRequestRoutes } from './order-request-routes.ts';
import { registerParcelPages } from './parcel-routes.ts';
import { createPressChecks, createRunPreflight } from './press-checks.ts';
import { quantityRoutes } from './quantity-routes.ts';
import { orderRoutes, parcelRoutes } from './routes.ts';
import { registerVendorPages } from './vendor-routes.ts';
import { createVendorTokens } from './vendor-token.ts';

/** Behind a carrier's NAT many phones share an address. */
const wrongLinksLimit = { most: 30, windowMs: 300_000 };
const wrongCodesLimit = { most: 60, windowMs: minuteMs };

/** Purchase orders of a district's prints, their parcels and the links by which a printer works. */
export function openPurchaseOrders(options: {
  config: Pick<Config, 'campaign' | 'dataDir' | 'printDir' | 'publicUrl' | 'authSecret'>;
  database: Database;
  campaign: Campaign;
  directory: Directory;
  kit: Kit;
  approvals: PrintApprovalModule;
  uploads: UploadRoom;
  decoders: Decoders;
  identify: Identify;
  clock: Clock;
  log: Logger;
}): Module {
  const { config, database, kit, approvals, log } = options;
  const { dataDir, printDir, publicUrl } = config;
  const { rule, stamps, usual } = approvals;
  const tokens = createVendorTokens(authSecret(dataDir, config.authSecret));
  const env = { ...process.env, DATA_DIR: dataDir, CAMPAIGN: config.campaign };
  const run = createRunPreflight({ printDir, env });
  const checks = createPressChecks({ pool: database.pool, kit, run, log });
  const orders = { ...options, printDir, publicUrl, rule, stamps, tokens, checks };
  const wrongLinks = createAttemptLimit(wrongLinksLimit);
  const wrongCodes = createAttemptLimit(wrongCodesLimit);
  return {
    name: 'purchase orders',
    async register({ pages, api }) {
      addRoutes(api, orderRoutes(orders));
      addRoutes(api, orderRequestRoutes(orders));
      addRoutes(api, parcelRoutes(orders));
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        addRoutes(forms, quantityRoutes({ ...options, usual }));
      });
      await pages.register(async (forms) => {
        // Forms of these pages say all in their address.
        forms.addContentTypeParser(
          'application/x-www-form-urlencoded',
          { parseAs: 'string', bodyLimit: 1024 },
          (_request, _body, done) => done(null, undefined),
        );
        registerVendorPages(forms, { ...orders, wrongLinks });
        registerParcelPages(forms, { ...orders, wrongCodes });
      });
    },
    close: checks.close,
  };
}
