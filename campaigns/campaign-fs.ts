import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Campaign, campaignSchema } from './campaign.ts';
import { campaignFolder } from './campaign-folder-fs.ts';
import { readYaml } from './files/yaml-fs.ts';
import { type OwnLanguage, ownLanguages } from './language.ts';
import { fromOwnSide } from './own-side.ts';
import { toPractice } from './practice.ts';
import type { Published } from './published-fs.ts';

export { campaignFolder } from './campaign-folder-fs.ts';

/**
 * Reads a campaign from a folder of YAML files; each file holds some of the top-level fields.
 * @param campaign id of a folder below `campaigns/`, or an absolute path
 * @param published fields of an installation, which replace the folder's whole
 * @throws with every wrong field named, when the data does not fit the schema
 */
export function loadCampaign(
  campaign: string,
  published?: Pick<Published, 'campaignFile' | 'practice'>,
): Campaign {
  const folder = campaignFolder(campaign);
  const own = readOwnLanguage(folder);
  const merged: Record<string, unknown> = {};
  const from = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const fields = fromOwnSide(readYaml(join(folder, file)), own) as Record<string, unknown>;
    for (const [field, value] of Object.entries(fields)) {
      const earlier = from.get(field);
      if (earlier !== undefined) {
        throw new Error(
          `Expected \`${field}\` in one file of ${folder}, got it in ${earlier} and ${file}`,
        );
      }
      from.set(field, file);
      merged[field] = value;
    }
  }
  if (published !== undefined && existsSync(published.campaignFile)) {
    for (const [field, value] of Object.entries(readYaml(published.campaignFile))) {
      from.set(field, published.campaignFile);
      merged[field] = value;
    }
  }
  const parsed = campaignSchema.safeParse(merged);
  if (parsed.success) return published?.practice ? toPractice(parsed.data) : parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const file = from.get(String(issue.path[0])) ?? folder;
    return `  ${file}: ${issue.path.join('.') || '(whole)'}: ${issue.message}`;
  });
  throw new Error(
    `The campaign in ${folder} has ${faults.length} wrong fields:\n${faults.join('\n')}`,
  );
}

/** Language of the campaign beside English, as its own file says. */
export function readOwnLanguage(folder: string): OwnLanguage {
  const { languages } = readYaml(join(folder, 'campaign.yaml'));
  const first = Array.isArray(languages) ? languages[0] : undefined;
  return ownLanguages.find((language) => language === first) ?? 'hi';
}
