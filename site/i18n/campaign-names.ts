import type { Bilingual } from '../../campaigns/bilingual.ts';

/** Put in by the build of the site; there is none in tests. */
declare const CAMPAIGN_NAMES: { headquarters: Bilingual; state: Bilingual } | undefined;

/** Names of the campaign that stand within sentences of the pages and the console. */
export const { headquarters, state } =
  typeof CAMPAIGN_NAMES === 'undefined'
    ? {
        headquarters: { hi: 'मुख्यालय', en: 'Headquarters' },
        state: { hi: 'राज्य', en: 'the state' },
      }
    : CAMPAIGN_NAMES;
