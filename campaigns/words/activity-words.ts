import type { ActivityStatus } from '../activities/activity-status.ts';
import type { Bilingual } from '../bilingual.ts';
import { type Pair, pairs } from './pairs.ts';

/** Status of an activity, for the console and for exported lists. */
export const activityStatusWords = pairs({
  entered: ['दर्ज', 'Recorded'],
  waiting: ['स्वीकृति की प्रतीक्षा', 'Waiting for approval'],
  appealed: ['आपत्ति जोन के समक्ष', 'Appealed to the zone'],
  verified: ['फ़ोटो से सत्यापित', 'Verified by picture'],
  approved: ['जोन से स्वीकृत', 'Approved by the zone'],
  rejected: ['अस्वीकृत', 'Rejected'],
  withdrawn: ['निरस्त', 'Taken back'],
} satisfies Record<ActivityStatus, Pair>);

/** Expectation that an entry's field failed: follows "expected". */
export const entryFaultWords = {
  district: (state: Bilingual): Bilingual => ({ hi: `${state.hi} का जनपद`, en: 'a district' }),
  station: (district: string): Bilingual => ({
    hi: 'जनपद का थाना',
    en: `a station of ${district}`,
  }),
  number: { hi: 'बिना मोबाइल नंबर का पाठ', en: 'no phone number' },
};
