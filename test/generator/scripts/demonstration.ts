import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { inUrdu } from '../../../campaigns/languages/urdu/in-urdu.ts';
import type { Urdu } from '../../../campaigns/languages/urdu/urdu.ts';
import type { NewScript } from './names.ts';

type Words = Urdu & {
  stamp: string;
  notice: string;
  caption: string;
  stations: [name: string, district: string][];
};

/** Scripts of which there is such a file. */
export const writtenScripts = ['Bengali', 'Tamil', 'Gurmukhi'] as const satisfies NewScript[];
type WrittenScript = (typeof writtenScripts)[number];

/** Words of a file beside this one; they have the fields of a campaign's Urdu. */
export function readWords(script: WrittenScript): Words {
  const file = join(import.meta.dirname, `${script.toLowerCase()}.yaml`);
  return parse(readFileSync(file, 'utf8')) as Words;
}

/** Gujarat's demonstration with another app and all words in another script. */
export function demonstrationIn(script: WrittenScript): Campaign {
  const base = loadCampaign('gujarat-citizen-first');
  const words = readWords(script);
  const { tile: _, ...app } = base.app;
  const said = (hi: string, en: string) => ({ hi, en });
  const spoken = inUrdu({ ...base, app, urdu: words });
  return {
    ...spoken,
    app: { ...spoken.app, name: 'Jan Mitra' },
    demonstration: {
      stamp: said(words.stamp, 'DEMONSTRATION'),
      notice: said(words.notice, 'Demonstration'),
    },
  };
}
