import { hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { writeWholeText } from '../../../campaigns/files/whole-file-fs.ts';
import type { ClosingReason } from '../../../campaigns/links/closing-reasons.ts';
import type { Assignment } from '../../../campaigns/links/registry.ts';
import { parseJson } from '../../platform/process/parse-json.ts';
import type { Detour } from './code-exceptions.ts';

/** The parts of a campaign that the answer to a scan is made of. */
export type ScannedCampaign = Pick<
  Campaign,
  'app' | 'links' | 'areas' | 'languages' | 'copy' | 'demonstration'
>;

/** Everything that scans are answered from, as it was last known: neither campaign nor database is needed. */
export interface KeptCodes {
  campaign: ScannedCampaign;
  districts: readonly District[];
  /** Of the files of this machine, and those that machines share. */
  assignments: readonly Assignment[];
  /** Of the campaign, by which new codes are told from wrong ones. */
  blocks: readonly number[];
  detours: readonly Detour[];
  closed: readonly { code: string; reason: ClosingReason }[];
  /** By which a host of links is known to lead here. Versions before kept none. */
  challengeKey: string | null;
}

const fileName = 'scan-codes.json';
/** A file of another version is made again. */
const format = 1;

/** Reads the kept codes; undefined where there are none, or a byte of them changed. */
export function readKeptCodes(dataDir: string): KeptCodes | undefined {
  const path = join(dataDir, fileName);
  if (!existsSync(path)) return undefined;
  const [sum = '', text = ''] = readFileSync(path, 'utf8').split('\n', 2);
  if (sum !== checksum(text)) return undefined;
  const { detours, ...kept } = parseJson(text) as KeptCodes;
  return { ...kept, challengeKey: kept.challengeKey ?? null, detours: detours.map(withDates) };
}

/** Reads the kept codes again each time that another process kept others. */
export function followKeptCodes(
  dataDir: string,
  onChange: (codes: KeptCodes) => void,
): () => Promise<void> {
  const path = join(dataDir, fileName);
  let seen = 0;
  return async () => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.ino === seen) return;
    const codes = readKeptCodes(dataDir);
    if (codes !== undefined) onChange(codes);
    seen = found.ino;
  };
}

/** Keeps the codes each time that they changed. */
export function createKeeper(dataDir: string): (codes: KeptCodes) => void {
  let last: string | undefined;
  return (codes) => {
    const text = JSON.stringify(codes);
    if (text === last) return;
    writeWholeText(join(dataDir, fileName), `${checksum(text)}\n${text}\n`, 0o600);
    last = text;
  };
}

function checksum(text: string): string {
  return hash('sha256', `${format} ${text}`);
}

function withDates({ from, until, ...detour }: Detour): Detour {
  return { ...detour, from: new Date(from), until: until && new Date(until) };
}
