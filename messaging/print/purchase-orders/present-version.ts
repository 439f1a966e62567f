import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { isSuperseded } from '../../../campaigns/purchase-orders/purchase-order.ts';
import type { Kit } from '../print-files/kit-fs.ts';

export interface PresentVersion {
  /** The file that is there now; undefined while none is made. */
  file: ManifestFile | undefined;
  /** It is another one than was ordered. */
  superseded: boolean;
}

/** The one place that decides whether a newer version took the place of an ordered file. */
export function presentVersion(
  kit: Pick<Kit, 'made'>,
  { path, sha256 }: { path: string; sha256: string },
): PresentVersion {
  const file = kit.made().get(path);
  return { file, superseded: isSuperseded(sha256, file?.sha256) };
}
