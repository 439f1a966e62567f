import type { Bilingual } from '../bilingual.ts';
import { activityStatusWords } from './activity-words.ts';
import { blastStatusNames } from './blast-words.ts';
import { stateWords } from './direction-words.ts';

type Side = Readonly<Record<string, string>>;
const draft: Bilingual = { hi: 'प्रारूप', en: 'draft' };
const waits: Bilingual = { hi: 'स्वीकृति की प्रतीक्षा में', en: 'waiting for approval' };
const refused: Bilingual = { hi: 'अस्वीकृत', en: 'refused' };
const withdrawn: Bilingual = { hi: 'वापस लिया गया', en: 'taken back' };

/**
 * How a thing of the audit log was before and after, by the noun of its subject: the same code means another thing
 * elsewhere (`approved` of an activity is the zone's, of a blast headquarters').
 */
export const auditStatuses: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  activity: pairWords(activityStatusWords),
  blast: pairWords(blastStatusNames),
  direction: stateWords,
  'direction-point': {
    draft: { hi: 'जाँच शेष', en: 'to be checked' },
    checked: { hi: 'जाँचा गया', en: 'checked' },
    dropped: { hi: 'छोड़ा गया', en: 'left out' },
  },
  'app-request': {
    asked: { hi: 'अनुरोध किया गया', en: 'asked' },
    supported: { hi: 'संस्तुत', en: 'supported' },
    approved: { hi: 'महानिदेशक से स्वीकृत', en: 'approved by the Director General' },
    refused,
  },
  'press-note': {
    draft,
    waiting: { hi: 'दूसरे अधिकारी के पढ़ने की प्रतीक्षा में', en: 'to be read by a second officer' },
    issued: { hi: 'जारी', en: 'issued' },
    cancelled: { hi: 'रद्द', en: 'cancelled' },
  },
  'campaign-draft': {
    draft,
    submitted: waits,
    published: { hi: 'प्रकाशित', en: 'published' },
    discarded: { hi: 'हटाया गया', en: 'discarded' },
  },
  detour: {
    submitted: waits,
    approved: { hi: 'स्वीकृत', en: 'approved' },
    returned: { hi: 'लौटाया गया', en: 'returned' },
    withdrawn,
    ended: { hi: 'समाप्त', en: 'ended' },
  },
  figure: {
    pending: { hi: 'दूसरे अधिकारी की प्रतीक्षा में', en: 'waiting for a second officer' },
    accepted: { hi: 'मानी गई', en: 'accepted' },
    refused,
  },
  parcel: {
    waiting: { hi: 'भेजना शेष', en: 'to be sent' },
    dispatched: { hi: 'भेजा गया', en: 'sent' },
    received: { hi: 'मिला', en: 'received' },
  },
  take: {
    refused: { hi: 'प्रयोग योग्य नहीं', en: 'not fit for use' },
    mastered: { hi: 'प्रयोग में', en: 'in use' },
  },
  letter: {
    queued: { hi: 'प्रतीक्षारत', en: 'waiting' },
    sending: { hi: 'भेजा जा रहा है', en: 'being sent' },
    sent: { hi: 'भेजा गया', en: 'sent' },
    deferred: { hi: 'टला हुआ', en: 'put off' },
    bounced: { hi: 'लौटा हुआ', en: 'bounced' },
    refused: { hi: 'पाने वाले के सर्वर से अस्वीकृत', en: 'refused by the mail server' },
    unknown: { hi: 'अनिश्चित', en: 'in doubt' },
  },
};

function pairWords({ hi, en }: Readonly<Record<'hi' | 'en', Side>>): Record<string, Bilingual> {
  return Object.fromEntries(
    Object.entries(hi).map(([status, word]) => [status, { hi: word, en: en[status] ?? word }]),
  );
}
