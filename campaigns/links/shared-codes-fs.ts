import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { campaignFolders } from '../campaign-folder-fs.ts';
import { loadCampaign } from '../campaign-fs.ts';
import { parseRegistry } from './registry-csv.ts';

/** Other campaigns of the repository with a code and the host of this one: a scan could not tell whose it is. */
export function sharedCodes(folder: string): string[] {
  const own = readCodes(folder);
  return campaignFolders()
    .filter((other) => other !== resolve(folder))
    .filter((other) => {
      const { host, serials } = readCodes(other);
      return host === own.host && !isNoHost(host) && !serials.isDisjointFrom(own.serials);
    })
    .map((other) => basename(other));
}

function readCodes(folder: string) {
  const file = join(folder, 'codes.csv');
  const assignments = parseRegistry(readFileSync(file, 'utf8'), file, 'committed');
  const serials = new Set(assignments.map(({ serial }) => serial));
  return { host: loadCampaign(folder).links.host, serials };
}

/** Reserved (RFC 2606): nothing ever answers there. */
const isNoHost = (host: string) => host.endsWith('.EXAMPLE');
