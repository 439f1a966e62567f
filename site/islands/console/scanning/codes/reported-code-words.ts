import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import type { CodeReportKind } from '../../../../../messaging/contract/values.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const reportedCodeWordsIn = inEachLanguage({
  heading: (count: string) => [
    `कोड पर गड़बड़ी की सूचना: ${count} बोर्ड`,
    `Codes reported as tampered with: ${count} boards`,
  ],
  lead: [
    'तीन या अधिक नागरिकों ने 30 दिन में बताया। मौके पर देखें: कोड सही पते पर खुले और ऊपर कोई स्टिकर न हो। फिर लिखें कि क्या मिला।',
    'Three or more citizens said so within 30 days. Look on the spot: the code’s address begins with our host, and no sticker is over it. Then write what you found.',
  ],
  leadHeadquarters: [
    'तीन या अधिक नागरिकों ने 30 दिन में बताया। जनपद मौके पर देखकर इसे निपटाता है।',
    'Three or more citizens said so within 30 days. The district looks on the spot and resolves it.',
  ],
  kinds: {
    'stuck-over': (count: string) => [`दूसरा स्टिकर: ${count}`, `stuck over: ${count}`],
    damaged: (count: string) => [`फटा या मिटा: ${count}`, `torn or worn: ${count}`],
    elsewhere: (count: string) => [`कहीं और लगा: ${count}`, `hangs elsewhere: ${count}`],
  } satisfies Record<CodeReportKind, (count: string) => Pair>,
  since: (day: string) => [`${day} से`, `since ${day}`],
  code: (code: string) => [`कोड ${code}`, `code ${code}`],
  reason: ['मौके पर क्या मिला और क्या किया', 'What you found there and what you did'],
  reasonHint: ['किसी व्यक्ति का नाम या नंबर न लिखें।', 'Write no name or number of a person.'],
  resolve: ['निपटाएँ', 'Resolve'],
});
