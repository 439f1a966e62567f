import type { ClosingReason } from '../links/closing-reasons.ts';

const hi = {
  title: 'यह कोड बंद है',
  reasons: {
    misused: 'इस कोड का गलत इस्तेमाल हुआ, इसलिए पुलिस ने इसे बंद किया है।',
    gone: 'इस कोड का बोर्ड अब अपनी जगह पर नहीं है।',
    misprinted: 'यह कोड गलत छपा था।',
  } satisfies Record<ClosingReason, string>,
  safe: 'इस कोड के पास लिखे किसी लिंक या नंबर पर भरोसा न करें। ऐप यहाँ से लें:',
  get: (app: string) => `${app} ऐप पाएँ`,
};

type Words = { [Key in keyof typeof hi]: (typeof hi)[Key] };
const en: Words = {
  title: 'This code is closed',
  reasons: {
    misused: 'This code was misused, so the police closed it.',
    gone: 'The board with this code no longer hangs at its place.',
    misprinted: 'This code was misprinted.',
  },
  safe: 'Trust no link or number beside this code. Get the app here:',
  get: (app) => `Get the ${app} app`,
};

/** The page that a closed code leads to. */
export const closedCodeWords = { hi, en };
