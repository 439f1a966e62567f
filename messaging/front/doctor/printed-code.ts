import { campaignFolder } from '../../../campaigns/campaign-fs.ts';
import { loadRegistry } from '../../../campaigns/links/registry-fs.ts';

/** A code that the campaign has printed: its first owner's board. */
export function findPrintedCode(campaign: string): string {
  const registry = loadRegistry({ campaignFolder: campaignFolder(campaign) });
  const [first] = registry.assignments;
  if (first === undefined) throw new Error('Expected codes of the campaign, got none');
  return registry.codeFor(first.owner, 'board');
}
