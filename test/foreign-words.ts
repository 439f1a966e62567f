import type { OwnLanguage } from '../campaigns/language.ts';

/** Words that give a language away where the script is the same; the names of languages are no such words. */
export const foreignWords: Readonly<Record<OwnLanguage, RegExp>> = {
  hi: /(?<![\p{L}\p{M}])(?:आहे|आणि|नाही|पोलीस|करा)(?![\p{L}\p{M}])/u,
  gu: /(?<![\p{L}\p{M}])(?:और|नहीं|है|आणि)(?![\p{L}\p{M}])/u,
  // Told by its letters.
  ur: /(?!)/u,
  mr: /(?<![\p{L}\p{M}])(?:और|नहीं|हैं?|के|थाना|जनपद|पुलिस|करें)(?![\p{L}\p{M}])/u,
};
