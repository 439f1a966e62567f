import { addDays } from '../../tracker/clock.ts';
import type { Social, SocialLanguage, SocialSurface } from './social.ts';

/** One post on one day: what an officer does in one sitting. */
export interface PlannedPost {
  /** Stable over changes of the plan's words. */
  key: string;
  /** YYYY-MM-DD, Asia/Kolkata. */
  date: string;
  slot: Social['calendar']['slots'][number];
  post: string;
  platforms: readonly string[];
  languages: readonly SocialLanguage[];
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * The plan with its days, the earliest first.
 * @throws for a slot that the calendar does not have
 */
export function plannedPosts({ calendar }: Pick<Social, 'calendar'>): PlannedPost[] {
  const planned = calendar.entries.map(({ date, week, day, slot, post, platforms, languages }) => {
    const on =
      date ?? addDays(calendar.startsOn, ((week ?? 1) - 1) * 7 + days.indexOf(day ?? 'mon'));
    const own = calendar.slots.find(({ id }) => id === slot);
    if (own === undefined)
      throw new Error(`Expected a slot of the calendar for \`slot\`, got "${slot}"`);
    return { key: `${on}-${slot}-${post}`, date: on, slot: own, post, platforms, languages };
  });
  const rank = ({ date, slot }: PlannedPost) => `${date} ${slot.time}`;
  return planned.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** The picture that a platform's post takes: the one made for it, else the first that it shares with others. */
export function postSurface(
  { surfaces }: Pick<Social, 'surfaces'>,
  platform: string,
): SocialSurface {
  const found =
    surfaces.find(({ id }) => id === platform) ??
    surfaces.find(({ platforms }) => platforms.includes(platform));
  if (found === undefined)
    throw new Error(`Expected a platform with a picture for \`platform\`, got "${platform}"`);
  return found;
}
