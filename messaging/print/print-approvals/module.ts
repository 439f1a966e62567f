import type { UsualQuantities } from '../../../campaigns/print/purchase-orders/quantity-sheet.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { WorkQueue } from '../../platform/queue/work-queue.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import type { Stamps } from '../print-files/routes.ts';
import { type ApprovalRule, createApprovalRule } from './approval-rule.ts';
import { printApprovalRoutes } from './routes.ts';
import { createStamper } from './stamped-file-fs.ts';

export interface PrintApprovalModule extends Module {
  rule: ApprovalRule;
  /** Pieces for a station. */
  usual: UsualQuantities;
  stamps: Stamps;
}

/** "Print this one", and the stamp on what nobody approved. */
export function openPrintApprovals(
  options: House & {
    kit: Kit;
    /** Samples are made in its turns. */
    work: WorkQueue;
  },
): PrintApprovalModule {
  const { config, database, campaign, directory, kit, work, clock, decoders } = options;
  const { boardsPerStation: boards, pamphletsPerStation: pamphlets } = campaign.print;
  const usual = { boards, pamphlets };
  const rule = createApprovalRule(database.pool);
  const stamper = createStamper({ ...config, campaign, work, now: clock.now, decoders });
  return {
    name: 'print approvals',
    rule,
    usual,
    stamps: { stampedOf: rule.stampedOf, ...stamper },
    register: ({ api }) =>
      addRoutes(api, printApprovalRoutes({ database, campaign, directory, kit, rule, usual })),
  };
}
