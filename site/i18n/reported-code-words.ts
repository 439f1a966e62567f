import type { CodeReportKind } from '../../messaging/scanning/code-reports/code-reports-schemas.ts';
import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const hi = {
  heading: (count: string) => `कोड पर गड़बड़ी की सूचना: ${count} बोर्ड`,
  lead: 'तीन या अधिक नागरिकों ने 30 दिन में बताया। मौके पर देखें: कोड सही पते पर खुले और ऊपर कोई स्टिकर न हो। फिर लिखें कि क्या मिला।',
  leadHeadquarters: 'तीन या अधिक नागरिकों ने 30 दिन में बताया। जनपद मौके पर देखकर इसे निपटाता है।',
  kinds: {
    'stuck-over': (count: string) => `दूसरा स्टिकर: ${count}`,
    damaged: (count: string) => `फटा या मिटा: ${count}`,
    elsewhere: (count: string) => `कहीं और लगा: ${count}`,
  } satisfies Record<CodeReportKind, (count: string) => string>,
  since: (day: string) => `${day} से`,
  code: (code: string) => `कोड ${code}`,
  reason: 'मौके पर क्या मिला और क्या किया',
  reasonHint: 'किसी व्यक्ति का नाम या नंबर न लिखें।',
  resolve: 'निपटाएँ',
};

const en: Wide<typeof hi> = {
  heading: (count) => `Codes reported as tampered with: ${count} boards`,
  lead: 'Three or more citizens said so within 30 days. Look on the spot: the code’s address begins with our host, and no sticker is over it. Then write what you found.',
  leadHeadquarters:
    'Three or more citizens said so within 30 days. The district looks on the spot and resolves it.',
  kinds: {
    'stuck-over': (count) => `stuck over: ${count}`,
    damaged: (count) => `torn or worn: ${count}`,
    elsewhere: (count) => `hangs elsewhere: ${count}`,
  },
  since: (day) => `since ${day}`,
  code: (code) => `code ${code}`,
  reason: 'What you found there and what you did',
  reasonHint: 'Write no name or number of a person.',
  resolve: 'Resolve',
};

export const reportedCodeWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
