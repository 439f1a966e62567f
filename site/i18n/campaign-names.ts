import type { Bilingual } from '../../campaigns/bilingual.ts';

/** Parts that a campaign may leave out; the console's menus then leave them out too. */
const optionalParts = [
  ...(['pressNotes', 'film', 'radio', 'social', 'vehicles', 'newspapers'] as const),
];
export type OptionalPart = (typeof optionalParts)[number];

/** Put in by the build of the site; there is none in tests. */
declare const CAMPAIGN_NAMES:
  | { headquarters: Bilingual; state: Bilingual; parts: readonly string[] }
  | undefined;

/** Names of the campaign that are within sentences of the pages and the console. */
const { headquarters, state, parts } =
  typeof CAMPAIGN_NAMES === 'undefined'
    ? {
        headquarters: { hi: 'मुख्यालय', en: 'Headquarters' },
        state: { hi: 'राज्य', en: 'the state' },
        parts: optionalParts,
      }
    : CAMPAIGN_NAMES;

export { headquarters, state };

/** Whether the campaign has a part; what belongs to none is always there. */
export function hasPart(part: OptionalPart | undefined): boolean {
  return part === undefined || parts.some((each) => each === part);
}
