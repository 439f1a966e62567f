import type { ActivityStatus } from '../activities/activity-status.ts';
import type { Bilingual } from '../bilingual.ts';

/** How an activity stands, for the console and for lists that leave it. */
export const activityStatusWords: Record<'hi' | 'en', Record<ActivityStatus, string>> = {
  hi: {
    entered: 'दर्ज',
    waiting: 'स्वीकृति की प्रतीक्षा',
    appealed: 'आपत्ति जोन के समक्ष',
    verified: 'फ़ोटो से सत्यापित',
    approved: 'जोन से स्वीकृत',
    rejected: 'अस्वीकृत',
    withdrawn: 'निरस्त',
  },
  en: {
    entered: 'Recorded',
    waiting: 'Waiting for approval',
    appealed: 'Appealed to the zone',
    verified: 'Verified by picture',
    approved: 'Approved by the zone',
    rejected: 'Rejected',
    withdrawn: 'Taken back',
  },
};

/** Expectation that an entry's field failed: follows "expected". */
export const entryFaultWords = {
  district: (state: Bilingual): Bilingual => ({ hi: `${state.hi} का जनपद`, en: 'a district' }),
  station: (district: string): Bilingual => ({
    hi: 'जनपद का थाना',
    en: `a station of ${district}`,
  }),
  number: { hi: 'बिना मोबाइल नंबर का पाठ', en: 'no phone number' },
};
