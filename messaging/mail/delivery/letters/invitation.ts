import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatDay } from '../../../../campaigns/numbers.ts';
import { type LetterContent, linkPlace } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

export interface InvitationFacts {
  /** Office that the account is for. */
  office: Bilingual;
  /** Last day of the link, YYYY-MM-DD. */
  validUntil: string;
  signedBy: Bilingual;
}

/** Invites an officer to make an account; the one-time link stands in the letter only. */
export function invitationLetter(facts: InvitationFacts, voice: Voice): LetterContent {
  const { language, outreach } = voice;
  const { office, validUntil, signedBy } = facts;
  const until = formatDay(validUntil, language);
  if (language === 'hi') {
    return frame({
      voice,
      signedBy: signedBy.hi,
      subject: `${outreach}: खाता खोलने का आमंत्रण`,
      parts: [
        {
          kind: 'text',
          text: `आपको ${outreach} के विभागीय पोर्टल पर खाता खोलने के लिए आमंत्रित किया जाता है।`,
        },
        {
          kind: 'rows',
          rows: [
            ['दायित्व', office.hi],
            ['लिंक की अवधि', `${until} तक`],
          ],
        },
        { kind: 'button', label: 'खाता खोलें', href: linkPlace },
        {
          kind: 'text',
          text: 'यह लिंक केवल आपके लिए है और एक ही बार काम करता है। इसे किसी को न भेजें। साइन इन के लिए फोन पर ऑथेंटिकेटर ऐप भी चाहिए।',
        },
        {
          kind: 'text',
          text: 'यदि यह पत्र आपके लिए नहीं है, तो कुछ न करें; लिंक अपने-आप समाप्त हो जायेगा।',
        },
      ],
    });
  }
  return frame({
    voice,
    signedBy: signedBy.en,
    subject: `${outreach}: invitation to open an account`,
    parts: [
      {
        kind: 'text',
        text: `You are invited to open an account in the console of the ${outreach}.`,
      },
      {
        kind: 'rows',
        rows: [
          ['Office', office.en],
          ['Link valid until', until],
        ],
      },
      { kind: 'button', label: 'Open the account', href: linkPlace },
      {
        kind: 'text',
        text: 'The link is for you alone and works once. Please do not pass it on. To sign in you also need an authenticator app on your phone.',
      },
      {
        kind: 'text',
        text: 'If this letter is not meant for you, do nothing; the link ends by itself.',
      },
    ],
  });
}
