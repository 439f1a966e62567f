import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { computeArea } from '../../../campaigns/purchase-orders/purchase-order.ts';
import type { UsualQuantities } from '../../../campaigns/purchase-orders/quantity-sheet.ts';
import { printApprovalRoutes } from '../../contract/print/print-approvals.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import type { ApprovalRule } from './print-approvals.ts';
import { insertApprovals, listApprovals, updateRule } from './print-approvals-sql.ts';

export interface PrintApprovalDependencies {
  database: Pick<Database, 'pool'>;
  directory: Directory;
  kit: Kit;
  rule: ApprovalRule;
  /** Pieces for a station. */
  usual: UsualQuantities;
}

/** Approvals of press files by the district, and HQ's rule that nothing unapproved goes out without the stamp. */
export function registerPrintApprovals(
  app: FastifyInstance,
  { database, directory, kit, rule, usual }: PrintApprovalDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const { pool } = database;

  async function viewOf(district: string) {
    const press = listPressFiles(kit, district);
    const approvals = await listApprovals(pool, district);
    const byHash = new Map(approvals.map((each) => [`${each.path} ${each.sha256}`, each]));
    const everApproved = new Set(approvals.map(({ path }) => path));
    const namesEn = new Map(
      directory.stations
        .filter((station) => station.district === district)
        .map(({ id, nameEn }) => [id, nameEn]),
    );
    const files = press.map((file) => {
      const { path, station, nameHi, artwork, bytes, sha256 } = file;
      const found = byHash.get(`${path} ${sha256}`);
      return {
        path,
        station,
        nameHi,
        nameEn: namesEn.get(station) ?? nameHi,
        artwork,
        bytes,
        sha256,
        areaCentiSqFt: computeArea(file.widthMm ?? 0, file.heightMm ?? 0),
        preview: previewOf(kit, path),
        approvedBy: found?.approvedBy ?? null,
        approvedAt: found?.approvedAt ?? null,
        earlierApproval: found === undefined && everApproved.has(path),
      };
    });
    return { required: await rule.required(), usual, files };
  }

  routes.route({
    ...printApprovalRoutes.list,
    config: { access: rolesFor('order.read') },
    handler: async ({ query }) => viewOf(query.district),
  });
  routes.route({
    ...printApprovalRoutes.approve,
    config: { access: rolesFor('print.approve') },
    handler: async (request) => {
      const { actor, body, id: requestId } = request;
      request.require('print.approve', body.district);
      const press = new Map(listPressFiles(kit, body.district).map((file) => [file.path, file]));
      const files = body.files.map(({ path, sha256 }) => {
        const file = press.get(path);
        if (file === undefined) throw new Refusal('not-found', { path });
        if (file.sha256 !== sha256) throw new Refusal('file-made-anew', { path });
        return file;
      });
      await inTransaction(pool, async (tx) => {
        const fresh = await insertApprovals(tx, files, actor.name);
        if (fresh.length === 0) return;
        const kept = files.filter(({ path }) => fresh.includes(path));
        await writeAudit(tx, {
          actor,
          action: 'print.approve',
          subject: `print-files/${body.district}`,
          district: body.district,
          after: kept.map(({ path, sha256 }) => ({ path, sha256 })),
          requestId,
        });
      });
      return viewOf(body.district);
    },
  });
  routes.route({
    ...printApprovalRoutes.rule,
    config: { access: rolesFor('print.rule') },
    handler: async ({ actor, body: { required }, id: requestId }) => {
      await inTransaction(pool, async (tx) => {
        const before = await updateRule(tx, required, actor.name);
        if (before === required) return;
        await writeAudit(tx, {
          actor,
          action: 'print.rule',
          subject: 'print-files/state',
          before: { approvalRequired: before },
          after: { approvalRequired: required },
          requestId,
        });
      });
      rule.changed();
      return { required };
    },
  });
}

type StationFile = ManifestFile & { station: string };

/** Press files of a district's stations that are made, by station and artwork. */
export function listPressFiles(kit: Kit, district: string): StationFile[] {
  return [...kit.made().values()]
    .filter(
      (file): file is StationFile =>
        file.district === district && file.format === 'pdf' && file.station !== null,
    )
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** The smallest picture of a press file that is made: `…-board.pdf` has `…-board-480.png`. */
function previewOf(kit: Kit, path: string): string | null {
  const stem = path.replace(/\.pdf$/, '');
  const names = ['-480.png', '-front-480.png'].map((ending) => stem + ending);
  const found = names.find((name) => kit.planned().has(name) || kit.made().has(name));
  return found === undefined ? null : `/files/${found}`;
}
