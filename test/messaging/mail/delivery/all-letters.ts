import { alertLetter } from '../../../../messaging/mail/alerts/channel.ts';
import type { LetterContent } from '../../../../messaging/mail/delivery/letter.ts';
import {
  monthlyLetter,
  reminderLetter,
  weeklyLetter,
} from '../../../../messaging/mail/delivery/letters/digests.ts';
import { directionsLetter } from '../../../../messaging/mail/delivery/letters/directions.ts';
import { kitLetter } from '../../../../messaging/mail/delivery/letters/kit.ts';
import {
  accountNoticeLetter,
  approvalLetter,
  invitationLetter,
  returnedLetter,
} from '../../../../messaging/mail/delivery/letters/officers.ts';
import type { Voice } from '../../../../messaging/mail/delivery/letters/voice.ts';

const place = { hi: 'पोरबंदर', en: 'Porbandar' };
const inWords = { hi: 'जनपद पोरबंदर', en: 'Porbandar district' };
const consoleUrl = 'https://demo.example/console/';
const today = '2019-04-12';
const endsOn = '2019-04-30';
const counts = { district: place, stations: 6, consoleUrl, signedBy: place };
/** Each letter that the service writes by itself, with made-up facts. */
export const letters: readonly ((voice: Voice) => LetterContent)[] = [
  (voice) =>
    accountNoticeLetter(
      { event: 'person.change-password', at: '10:00', by: null, consoleUrl },
      voice,
    ),
  (voice) => alertLetter({ sentence: place, at: '10:00', consoleUrl }, voice),
  (voice) => approvalLetter({ what: 'blast', id: 7, by: 'PRO', consoleUrl }, voice),
  (voice) => directionsLetter({ office: place, today, due: [], late: [], consoleUrl }, voice),
  (voice) => invitationLetter({ office: place, validUntil: endsOn, signedBy: place }, voice),
  (voice) =>
    kitLetter(
      { ...counts, place: inWords, draftOf: place, files: 9, toCheck: [], pageUrl: consoleUrl },
      voice,
    ),
  (voice) => monthlyLetter({ month: '2019-04', consoleUrl }, voice),
  (voice) => reminderLetter({ ...counts, up: 2, daysLeft: 18, endsOn, today }, voice),
  (voice) => returnedLetter({ what: 'blast', id: 7, remark: '', by: 'HQ', consoleUrl }, voice),
  (voice) =>
    weeklyLetter(
      {
        today,
        downloads: null,
        goal: 250_000,
        daysLeft: 18,
        requiredPerDay: null,
        perDay: null,
        scansLast7: 0,
        auditHead: { day: '2019-04-11', head: `649:${'4f'.repeat(32)}` },
        late: [],
        consoleUrl,
        boards: { stations: 6, up: 2, verified: 1 },
      },
      voice,
    ),
];
