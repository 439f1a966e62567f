import type { Directory, District } from '../../../campaigns/directory/station.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { ticketPath } from '../../../campaigns/print/paths.ts';
import type { Database } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findPreview } from '../print-approvals/print-approvals.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import { lineView, stationNames, summariseOrder } from './order-view.ts';
import { loadOrders } from './orders.ts';
import { findOrder, listOrders } from './orders-sql.ts';
import type { StoredVendorLink } from './vendor-links-sql.ts';
import { isOpen } from './vendor-page.ts';
import type { VendorOrder } from './vendor-parcel.ts';

export interface VendorOrders {
  database: Pick<Database, 'pool'>;
  directory: Directory;
  kit: Kit;
}

const mostOrders = 50;

export async function listVendorOrders(
  { database: { pool }, directory, kit }: VendorOrders,
  { order, district }: StoredVendorLink,
): Promise<VendorOrder[]> {
  const orders =
    order === null
      ? await listOrders(pool, { districts: [district], limit: mostOrders })
      : [await findOrder(pool, order)].filter((found) => found !== undefined);
  const names = stationNames(directory, district);
  return (await loadOrders(pool, orders)).map((loaded) => ({
    order: summariseOrder(loaded),
    lines: loaded.lines.map((line) => lineView(line, names, kit)),
    parcels: loaded.parcels,
  }));
}

/** Present files of what may be printed now, by their path. */
export function findFiles(kit: Kit, orders: readonly VendorOrder[]): Map<string, ManifestFile> {
  const paths = orders
    .filter(({ order }) => isOpen(order))
    .flatMap(({ lines }) => lines.map(({ path }) => path));
  const found = [...new Set(paths)].flatMap((path) => kit.made().get(path) ?? []);
  return new Map(found.map((file) => [file.path, file]));
}

/** Of the files that have one. */
export function findPreviews(
  kit: Kit,
  files: ReadonlyMap<string, ManifestFile>,
): Map<string, string> {
  return new Map(
    [...files.keys()].flatMap((path) => {
      const preview = findPreview(kit, path);
      return preview === null ? [] : [[path, preview] as const];
    }),
  );
}

export function findTicket(kit: Kit, { district }: StoredVendorLink): ManifestFile | undefined {
  return kit.made().get(ticketPath(district));
}

export function findLinkDistrict({ districts }: Directory, link: StoredVendorLink): District {
  const district = districts.find(({ id }) => id === link.district);
  if (district === undefined) throw new Refusal('not-found');
  return district;
}
