import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const hi = {
  title: 'बोर्डों के बारे में क्या ज्ञात है',
  level: 'क्या ज्ञात है',
  boards: 'बोर्ड',
  weight: 'भार',
  limits: 'प्रोग्राम क्या नहीं जान सकता',
  from: (day: string) =>
    `${day} से बोर्ड इस तरह गिने जाते हैं। उससे पहले फ़ोटो वाला हर बोर्ड पूरा गिना गया, बाकी नहीं; पुराने अंक वैसे ही हैं।`,
};

const en: Wide<typeof hi> = {
  title: 'What is known of the boards',
  level: 'What is known',
  boards: 'Boards',
  weight: 'Weight',
  limits: 'What the program cannot know',
  from: (day) =>
    `Boards count so from ${day}. Before it each board with a picture counted in full and any other not at all; earlier scores stay so.`,
};

export const boardLevelWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
