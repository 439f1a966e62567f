import type { Bilingual } from '../bilingual.ts';
import { owingRoles } from '../directions/owing-roles.ts';
import type { Role } from '../offices/role.ts';

/** Topics of letters that an officer may turn on or off; letters about the officer's own account have no topic. */
export const mailTopics = [
  'approvals',
  'returned',
  'reminders',
  'directions',
  'weekly',
  'monthly',
  'alerts',
] as const;
export type MailTopic = (typeof mailTopics)[number];

export const topicNames: Readonly<Record<MailTopic, Bilingual>> = {
  approvals: { hi: 'स्वीकृति के लिए लंबित कार्य', en: 'What waits for your approval' },
  returned: { hi: 'टिप्पणी के साथ लौटाई गई प्रविष्टि', en: 'What was returned with a remark' },
  reminders: { hi: 'शेष कार्य का स्मरण पत्र', en: 'Reminders of what is left' },
  directions: {
    hi: 'निर्देशों का अनुपालन: देय एवं विलंबित (सात दिन पूर्व, उस दिन, फिर साप्ताहिक)',
    en: 'Directions: what is due and late (seven days before, on the day, then weekly)',
  },
  weekly: { hi: 'साप्ताहिक आँकड़े (सोमवार)', en: 'Weekly figures (Mondays)' },
  monthly: { hi: 'मासिक समीक्षा नोट (5 तारीख)', en: 'Monthly review note (on the 5th)' },
  alerts: { hi: 'चेतावनी', en: 'Alerts' },
};

const topicRoles: Readonly<Record<MailTopic, readonly Role[]>> = {
  approvals: ['zone', 'hq'],
  returned: ['district', 'hq', 'pro-dgp'],
  reminders: ['district'],
  directions: owingRoles,
  weekly: ['hq', 'pro-dgp'],
  monthly: ['hq', 'pro-dgp'],
  alerts: ['pro-dgp', 'admin'],
};

/** Roles that get letters of a topic unless they choose otherwise. */
export function rolesOfTopic(topic: MailTopic): readonly Role[] {
  return topicRoles[topic];
}

export function listTopics(role: Role): MailTopic[] {
  return mailTopics.filter((topic) => topicRoles[topic].includes(role));
}
