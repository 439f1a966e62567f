import type { ManifestFile } from '../../campaigns/manifest.ts';
import type { Journal } from './journal-fs.ts';
import type { Planned } from './planned.ts';

/** Manifest entries of planned files that have been made from today's inputs. */
export function listEntries(
  planned: readonly Planned[],
  journal: Pick<Journal, 'get'>,
): ManifestFile[] {
  return planned.flatMap(({ target, entry }) => {
    const made = journal.get(target.path);
    if (made?.inputs !== target.inputs) return [];
    const { bytes, sha256, crc32 } = made;
    return [{ ...entry, bytes, sha256, ...(crc32 === undefined ? {} : { crc32 }) }];
  });
}
