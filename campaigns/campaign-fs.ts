import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parse } from 'yaml';
import { type Campaign, campaignSchema } from './campaign.ts';
import type { Published } from './published-fs.ts';

/**
 * Reads a campaign from a folder of YAML files; each file holds some of the top-level fields.
 * @param campaign id of a folder below `campaigns/`, or an absolute path
 * @param published fields of an installation, which replace the folder's whole
 * @throws with every wrong field named, when the data does not fit the schema
 */
export function loadCampaign(
  campaign: string,
  published?: Pick<Published, 'campaignFile'>,
): Campaign {
  const folder = campaignFolder(campaign);
  const merged: Record<string, unknown> = {};
  const from = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.yaml')) continue;
    for (const [field, value] of Object.entries(readYaml(join(folder, file)))) {
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
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const file = from.get(String(issue.path[0])) ?? folder;
    return `  ${file}: ${issue.path.join('.') || '(whole)'}: ${issue.message}`;
  });
  throw new Error(
    `The campaign in ${folder} has ${faults.length} wrong fields:\n${faults.join('\n')}`,
  );
}

/** Folder of a campaign, by id or absolute path. */
export function campaignFolder(campaign: string): string {
  const folder = isAbsolute(campaign) ? campaign : join(import.meta.dirname, campaign);
  if (!existsSync(join(folder, 'campaign.yaml'))) {
    throw new Error(
      `Expected a campaign folder with campaign.yaml for \`CAMPAIGN\`, got "${campaign}"`,
    );
  }
  return folder;
}

function readYaml(path: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`Expected YAML in ${path}: ${(cause as Error).message}`, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(
      `Expected fields at the top of ${path}, got ${Array.isArray(value) ? 'a list' : typeof value}`,
    );
  }
  return value as Record<string, unknown>;
}
