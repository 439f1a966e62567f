import { RRuleTemporal } from 'rrule-temporal';
import type { Day } from '../tracker/clock.ts';

/**
 * Days of a rule after `since` and up to `until`. The rule is expanded over calendar days (RFC 5545, VALUE=DATE), which are
 * those of Asia/Kolkata: no zone is converted, and a 5th stays the 5th on a Sunday.
 */
export function daysOfRule(rule: string, since: Day, until: Day): Day[] {
  if (until <= since) return [];
  const [from, last] = [since, until].map((day) => day.replaceAll('-', ''));
  const expanded = new RRuleTemporal({
    rruleString: `DTSTART;VALUE=DATE:${from}\nRRULE:${rule};UNTIL=${last}`,
  });
  return expanded
    .all()
    .map((date) => date.toString().slice(0, 10))
    .filter((day) => day > since);
}
