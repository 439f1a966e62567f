import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { findPrintingHold } from '../../../campaigns/links/printing-hold.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { computeArea } from '../../../campaigns/print/purchase-orders/purchase-order.ts';
import type { UsualQuantities } from '../../../campaigns/print/purchase-orders/quantity-sheet.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import type { ApprovalRule } from './approval-rule.ts';
import { insertApprovals, listApprovals, updateRule } from './print-approvals-sql.ts';

export interface PrintApprovals {
  database: Pick<Database, 'pool'>;
  campaign: Pick<Campaign, 'links'>;
  directory: Directory;
  kit: Kit;
  rule: ApprovalRule;
  /** Pieces for a station. */
  usual: UsualQuantities;
}

/** Press files of a district, or of one of its stations, each with its approval. */
export async function listFilesToApprove(
  approvals: PrintApprovals,
  { district, station: only }: { district: string; station?: string | undefined },
) {
  const { database, campaign, directory, kit, rule, usual } = approvals;
  const stored = await listApprovals(database.pool, district);
  const byHash = new Map(stored.map((each) => [`${each.path} ${each.sha256}`, each]));
  const everApproved = new Set(stored.map(({ path }) => path));
  const stations = new Map(
    directory.stations
      .filter((station) => station.district === district)
      .map((station) => [station.id, station]),
  );
  const shown = listPressFiles(kit, district).filter(
    ({ station }) => only === undefined || station === only,
  );
  const files = shown.map((file) => {
    const { path, station, nameHi, sha256, widthMm, heightMm } = file;
    const approval = byHash.get(`${path} ${sha256}`);
    return {
      ...file,
      nameEn: stations.get(station)?.nameEn ?? nameHi,
      kind: stations.get(station)?.kind ?? ('territorial' as const),
      areaCentiSqFt: computeArea(widthMm ?? 0, heightMm ?? 0),
      preview: findPreview(kit, path),
      approvedBy: approval?.approvedBy ?? null,
      approvedAt: approval?.approvedAt ?? null,
      earlierApproval: approval === undefined && everApproved.has(path),
    };
  });
  return { required: await rule.required(), hold: findPrintingHold(campaign), usual, files };
}

/**
 * Approves the files that still have the hash that was seen.
 * @returns the others' paths: replaced since, so that they want another look
 */
export async function approveFiles(
  { database, kit }: PrintApprovals,
  input: { district: string; files: readonly { path: string; sha256: string }[] },
  caller: Caller,
): Promise<string[]> {
  const { district } = input;
  const press = new Map(listPressFiles(kit, district).map((file) => [file.path, file]));
  const chosen = input.files.map(({ path, sha256 }) => {
    const file = press.get(path);
    if (file === undefined) throw new Refusal('not-found', { path });
    return { file, isSeen: file.sha256 === sha256 };
  });
  const files = chosen.flatMap(({ file, isSeen }) => (isSeen ? [file] : []));
  const replaced = chosen.flatMap(({ file, isSeen }) => (isSeen ? [] : [file.path]));
  if (files.length === 0) throw new Refusal('file-made-anew', { path: replaced[0] });
  await inTransaction(database.pool, async (tx) => {
    const fresh = await insertApprovals(tx, files, caller.actor.name);
    if (fresh.length === 0) return;
    const approved = files.filter(({ path }) => fresh.includes(path));
    await writeAudit(tx, {
      ...caller,
      action: 'print.approve',
      subject: `print-files/${district}`,
      district,
      after: approved.map(({ path, sha256 }) => ({ path, sha256 })),
    });
  });
  return replaced;
}

/** HQ's rule that nothing unapproved goes out without the stamp. */
export async function setRule(
  { database, rule }: PrintApprovals,
  required: boolean,
  caller: Caller,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const before = await updateRule(tx, required, caller.actor.name);
    if (before === required) return;
    await writeAudit(tx, {
      ...caller,
      action: 'print.rule',
      subject: 'print-files/state',
      before: { approvalRequired: before },
      after: { approvalRequired: required },
    });
  });
  rule.changed();
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
export function findPreview(kit: Kit, path: string): string | null {
  const stem = path.replace(/\.pdf$/, '');
  const names = ['-480.png', '-front-480.png'].map((ending) => stem + ending);
  const found = names.find((name) => kit.planned().has(name) || kit.made().has(name));
  return found === undefined ? null : `/files/${found}`;
}
