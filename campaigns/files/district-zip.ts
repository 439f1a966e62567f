import type { ManifestFile } from '../manifest.ts';
import { sentName } from '../print/paths.ts';

type Listed = Pick<ManifestFile, 'district' | 'station' | 'artwork' | 'format' | 'path'>;

/** Where a district's archive is, written or not. */
export function zipPath(district: string): string {
  return `${district}/${district}.zip`;
}

/** The page that is on top of the archive. */
export const zipNoteName = 'README.txt';

/**
 * Files of a district that its archive holds after the note: the job ticket, then every press file, each under the
 * name that it has inside. Generator and service both ask here, so that what is written and what is streamed agree.
 */
export function zipContent<T extends Listed>(files: readonly T[]): { name: string; file: T }[] {
  return files
    .filter(({ format }) => format === 'pdf')
    .sort((a, b) => Number(a.station !== null) - Number(b.station !== null) || order(a, b))
    .map((file) => ({ name: nameInside(file), file }));
}

function order(a: Listed, b: Listed): number {
  return a.path < b.path ? -1 : 1;
}

/** All files of a district lie in one folder of the archive; their own names say whose they are. */
export function nameInside({ district, path }: Pick<Listed, 'district' | 'path'>): string {
  return `${district}/${sentName(path)}`;
}
