import { formatCount } from '../../../campaigns/numbers.ts';
import type { LetterContent, LetterLanguage } from '../letter.ts';
import { frame } from './frame.ts';

export type ApprovalFacts = (
  | { what: 'blast'; id: number; by: string }
  | { what: 'press-note'; id: number; by: string }
  | { what: 'entries'; count: number }
) & { consoleUrl: string };

/** Something waits for the officer's approval. */
export function approvalLetter(facts: ApprovalFacts, language: LetterLanguage): LetterContent {
  const { subject, sentence } = wordsOf(facts)[language];
  return frame({
    language,
    subject,
    unsubscribe: true,
    parts: [
      { kind: 'text', text: sentence },
      {
        kind: 'button',
        label: language === 'hi' ? 'देखें और निर्णय लें' : 'See and decide',
        href: facts.consoleUrl,
      },
    ],
  });
}

function wordsOf(facts: ApprovalFacts) {
  switch (facts.what) {
    case 'blast':
      return {
        hi: {
          subject: `स्वीकृति हेतु लम्बित: प्रसारण ${facts.id}`,
          sentence: `${facts.by} ने प्रसारण ${facts.id} स्वीकृति के लिए प्रस्तुत किया है। आपके स्वीकृति के बिना कोई संदेश नहीं जायेगा।`,
        },
        en: {
          subject: `Waits for your approval: blast ${facts.id}`,
          sentence: `${facts.by} submitted blast ${facts.id} for approval. No message goes out without it.`,
        },
      };
    case 'press-note':
      return {
        hi: {
          subject: `स्वीकृति हेतु लम्बित: प्रेस नोट ${facts.id}`,
          sentence: `${facts.by} के प्रेस नोट ${facts.id} में जाँच की आपत्ति कारण सहित रहने दी गयी है। जारी होने से पहले आपका स्वीकृति आवश्यक है।`,
        },
        en: {
          subject: `Waits for your approval: press note ${facts.id}`,
          sentence: `In press note ${facts.id} of ${facts.by} a finding was let stand, with its reason. It needs your approval before it is issued.`,
        },
      };
    case 'entries': {
      const count = formatCount(facts.count);
      const one = facts.count === 1;
      return {
        hi: {
          subject: `स्वीकृति हेतु लम्बित: ${count} ${one ? 'प्रविष्टि' : 'प्रविष्टियाँ'}`,
          sentence: `आपके क्षेत्र की ${count} ${one ? 'प्रविष्टि आपके स्वीकृति की प्रतीक्षा में है' : 'प्रविष्टियाँ आपके स्वीकृति की प्रतीक्षा में हैं'}।`,
        },
        en: {
          subject: `Waits for your approval: ${count} ${one ? 'entry' : 'entries'}`,
          sentence: `${count} ${one ? 'entry' : 'entries'} of your area ${one ? 'waits' : 'wait'} for your approval.`,
        },
      };
    }
  }
}
