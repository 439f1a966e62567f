import type { House } from '../../kit/house.ts';
import type { Identify } from '../../platform/http/access.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { authSecret } from '../../platform/process/secret-fs.ts';
import type { PrintApprovalModule } from '../print-approvals/module.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import { type OrderDoors, openOrderDoors, toCaller } from './held-orders.ts';
import { orderRequestRoutes } from './order-request-routes.ts';
import { writeAnswer, writeWanted } from './order-requests.ts';
import { writeHold } from './orders.ts';
import { registerParcelPages } from './parcel-routes.ts';
import { createPressChecks, createRunPreflight } from './press-checks.ts';
import { quantityRoutes } from './quantity-routes.ts';
import { orderRoutes, parcelRoutes } from './routes.ts';
import { registerVendorPages } from './vendor-routes.ts';
import { createVendorTokens } from './vendor-token.ts';

/** Purchase orders of a district's prints, their parcels and the links by which a printer works. */
export function openPurchaseOrders(
  options: House & {
    kit: Kit;
    approvals: PrintApprovalModule;
    identify: Identify;
  },
): Module {
  const { config, database, kit, approvals, log } = options;
  const { dataDir, printDir, publicUrl } = config;
  const { rule, stamps, usual } = approvals;
  const tokens = createVendorTokens(authSecret(dataDir, config.authSecret));
  const env = { ...process.env, DATA_DIR: dataDir, CAMPAIGN: config.campaign };
  const run = createRunPreflight({ printDir, env });
  const checks = createPressChecks({ pool: database.pool, kit, run, log });
  const parts = { ...options, printDir, publicUrl, rule, stamps, tokens, checks };
  const doors: OrderDoors = openOrderDoors(options, {
    place: (tx, order, by) => writeWanted(tx, orders, order, toCaller(by)),
    async say(tx, { about, reason }, by) {
      if ('order' in about) await writeHold(tx, orders, { id: about.order, reason }, toCaller(by));
      else await writeAnswer(tx, orders, { id: about.request, lifted: true, reason }, toCaller(by));
    },
  });
  const orders = { ...parts, doors };
  return {
    name: 'purchase orders',
    async register({ pages, api, forms }) {
      addRoutes(api, orderRoutes(orders));
      addRoutes(api, orderRequestRoutes(orders));
      addRoutes(api, parcelRoutes(orders));
      addRoutes(forms, quantityRoutes({ ...options, usual }));
      await pages.register(async (buttons) => {
        // Forms of these pages say all in their address.
        buttons.addContentTypeParser(
          'application/x-www-form-urlencoded',
          { parseAs: 'string', bodyLimit: 1024 },
          (_request, _body, done) => done(null, undefined),
        );
        registerVendorPages(buttons, orders);
        registerParcelPages(buttons, orders);
      });
    },
    close: checks.close,
  };
}
