import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { printApprovalRoutes } from '../../contract/print/print-approvals.ts';
import {
  approveFiles,
  listFilesToApprove,
  type PrintApprovals,
  setRule,
} from './print-approvals.ts';

/** Approvals of press files by the district, and HQ's rule that nothing unapproved goes out without the stamp. */
export function registerPrintApprovals(app: FastifyInstance, approvals: PrintApprovals): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...printApprovalRoutes.list,
    config: { access: rolesFor('order.read') },
    handler: ({ query }) => listFilesToApprove(approvals, query),
  });
  routes.route({
    ...printApprovalRoutes.approve,
    config: { access: rolesFor('print.approve') },
    handler: async (request) => {
      request.require('print.approve', request.body.district);
      const replaced = await approveFiles(approvals, request.body, request.caller);
      return { ...(await listFilesToApprove(approvals, request.body)), replaced };
    },
  });
  routes.route({
    ...printApprovalRoutes.rule,
    config: { access: rolesFor('print.rule') },
    handler: async ({ caller, body: { required } }) => {
      await setRule(approvals, required, caller);
      return { required };
    },
  });
}
