import type { ActivityRefusal } from '../../messaging/activities/activity-book.ts';

/** Why an activity was not changed, in words, each with its HTTP status. */
export const activityRefusals: Record<
  Exclude<ActivityRefusal['code'], 'not-allowed'>,
  { status: number; hi: string; en: string }
> = {
  'not-found': { status: 404, hi: 'यह प्रविष्टि नहीं मिली', en: 'There is no such entry' },
  'no-board-photo': {
    status: 400,
    hi: 'फोटो केवल थाने के बोर्ड की प्रविष्टि के साथ भेजी जाती है',
    en: 'Pictures go with entries of a station’s board only',
  },
  'wrong-entry': {
    status: 400,
    hi: 'प्रविष्टि में कोई मान छूटा है या सही नहीं है',
    en: 'A value of the entry is missing or wrong',
  },
  exists: {
    status: 409,
    hi: 'इस थाने के बोर्ड की प्रविष्टि पहले से है; उसी में सुधार करें',
    en: 'This station’s board is entered already; correct that entry',
  },
  stale: {
    status: 409,
    hi: 'इस बीच यह प्रविष्टि बदल गयी है; कृपया उसे दोबारा देखें',
    en: 'The entry was changed in the meantime; please look at it again',
  },
  'not-possible': {
    status: 409,
    hi: 'प्रविष्टि की वर्तमान स्थिति में यह सम्भव नहीं है',
    en: 'This is not possible in the entry’s present state',
  },
};
