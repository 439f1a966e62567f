import type { ClosingReason } from '../links/closing-reasons.ts';
import { type Pair, pairs } from './pairs.ts';

/** The page that a closed code leads to. */
export const closedCodeWords = pairs({
  title: ['यह कोड बंद है', 'This code is closed'],
  reasons: {
    misused: [
      'इस कोड का गलत इस्तेमाल हुआ, इसलिए पुलिस ने इसे बंद किया है।',
      'This code was misused, so the police closed it.',
    ],
    gone: [
      'इस कोड का बोर्ड अब अपनी जगह पर नहीं है।',
      'The board with this code no longer hangs at its place.',
    ],
    misprinted: ['यह कोड गलत छपा था।', 'This code was misprinted.'],
  } satisfies Record<ClosingReason, Pair>,
  safe: [
    'इस कोड के पास लिखे किसी लिंक या नंबर पर भरोसा न करें। ऐप यहाँ से लें:',
    'Trust no link or number beside this code. Get the app here:',
  ],
  get: (app: string) => [`${app} ऐप पाएँ`, `Get the ${app} app`],
});
