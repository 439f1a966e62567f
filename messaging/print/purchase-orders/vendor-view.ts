import type { Campaign } from '../../../campaigns/campaign.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import type { PageLanguage } from '../../../campaigns/words/vendor-words.ts';
import type { StoredParcel } from './orders-sql.ts';
import type { CheckFinding } from './press-checks-sql.ts';
import type { OrderLine, OrderSummary } from './purchase-orders-schemas.ts';

export interface VendorOrder {
  order: OrderSummary;
  lines: readonly OrderLine[];
  parcels: readonly StoredParcel[];
}

export interface VendorPage {
  language: PageLanguage;
  /** Address of the link, without the host. */
  base: string;
  /** Goes behind addresses of this page: its language and what was searched. */
  query: string;
  /** Part of a station's name or of a parcel's code; parcels of other names are left out. */
  search: string;
  /** Order whose parcels are shown, in addition to those that are shown anyway. */
  openOrder: number | null;
  /** When the vendor marked many parcels at once, so that this can be taken back. */
  sentAt: number | null;
  campaign: Campaign;
  district: District;
  expiresAt: Date;
  orders: readonly VendorOrder[];
  /** Present files by their path. */
  files: ReadonlyMap<string, ManifestFile>;
  /** Addresses of small pictures, by the path of the file that they show. */
  previews: ReadonlyMap<string, string>;
  /** Paths of files that go out with the stamp. */
  stamped: ReadonlySet<string>;
  checks: ReadonlyMap<string, CheckFinding[]>;
  /** By path and hash. */
  taken: ReadonlyMap<string, number>;
  /** Path of the district's job ticket, where it is made. */
  ticket: string | undefined;
}
