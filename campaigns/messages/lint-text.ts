import { languageFacts, type OwnLanguage } from '../language.ts';
import { letterClass, type Script, scripts } from '../languages/typesetting/scripts.ts';
import { foreignLettersIn, invisibleIn, lookAlikes } from './characters.ts';
import { error, type Finding, warning } from './finding.ts';
import type { MessageLanguage } from './messages.ts';

const gsm =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]$/u;

/** Faults of single characters: invisible ones, odd blanks, a form of Hindi that operators do not match. */
export function textFaults(
  text: string,
  language: MessageLanguage,
  own: OwnLanguage = 'hi',
): Finding[] {
  const unseen = invisibleIn(text).filter(({ name }) => !blanksAndLines.has(name));
  const findings = unseen.map(({ name, at }) =>
    error(
      'invisible',
      `अदृश्य वर्ण ${name} हटाएँ; ऑपरेटर का मिलान इससे टूटता है`,
      `Expected visible characters, got ${name}; the operator's match breaks on it`,
      at,
    ),
  );
  findings.push(...letterFaults(text));
  if (language === 'en') findings.push(...costlyCharacters(text, unseen));
  findings.push(...languageFaults(text, language, own));
  const doubled = /[ \t]{2,}|^\s|\s$|[\r\t]/.exec(text);
  if (doubled !== null) {
    findings.push(
      error(
        'blanks',
        'दो रिक्त स्थान, टैब या सिरे पर रिक्त स्थान न रखें',
        'Expected single blanks and none at either end',
        doubled.index,
      ),
    );
  }
  const danda = /[\p{Script=Devanagari}]\s*[|]|।।/u.exec(text);
  if (danda !== null) {
    findings.push(
      warning(
        'danda',
        'पूर्ण विराम के लिए एक "।" लिखें',
        'Write a single danda (।) for the full stop',
        danda.index,
      ),
    );
  }
  return findings;
}

const ownScripts = new RegExp(
  `[${letterClass(Object.values(languageFacts).map(({ script }) => script))}][\\p{L}\\p{M}]*`,
  'gu',
);
const wordsOf: ReadonlyMap<Script, RegExp> = new Map(
  Object.values(languageFacts).map(({ script }) => [
    script,
    new RegExp(`[${letterClass([script])}][\\p{L}\\p{M}]*`, 'gu'),
  ]),
);
/** Names in capitals belong to both languages. */
const latinWord = /(?<![\p{L}/.@#])(?=\p{Lu}*\p{Ll})\p{Script=Latin}{2,}(?![\p{L}./@#])/gu;

/** A text in another language than it is registered in: operators match its encoding, and people get what they cannot read. */
export function languageFaults(
  text: string,
  language: MessageLanguage,
  own: OwnLanguage = 'hi',
): Finding[] {
  const { script, name } = languageFacts[own];
  if (language === 'en') {
    const [first] = text.matchAll(ownScripts);
    if (first === undefined) return [];
    return [
      error(
        'language',
        `अंग्रेज़ी में पंजीकृत पाठ में "${first[0]}" है; ${name.hi} का पाठ ${name.hi} में पंजीकृत करें`,
        `Expected Latin letters in a text registered in English, got "${first[0]}"`,
        first.index,
      ),
    ];
  }
  const latin = [...text.matchAll(latinWord)].map(([word]) => word);
  const ownWords = text.match(wordsOf.get(script) ?? latinWord) ?? [];
  if (ownWords.length > 0 && ownWords.length >= latin.length) return [];
  const got = latin.length === 0 ? '' : `"${latin.slice(0, 5).join(' ')}"`;
  return [
    error(
      'language',
      `${name.hi} टेंपलेट में ${scripts[script].nameHi} पाठ होना चाहिए, मिला: ${got || 'कोई नहीं'}`,
      `Expected ${script} letters in a template in ${name.en}, got ${got || 'none'}`,
    ),
  ];
}

/** Each foreign letter once: a word of them is one mistake. */
function letterFaults(text: string): Finding[] {
  const each = new Map(
    foreignLettersIn(text)
      .reverse()
      .map((found) => [found.letter, found]),
  );
  return [...each.values()]
    .sort((one, other) => one.at - other.at)
    .map(({ letter, name, at }) =>
      error(
        'foreign-letter',
        `"${letter}" (${name}) दूसरी लिपि का अक्षर है, देखने में भले वैसा ही हो; इसे दोबारा टाइप करें`,
        `Expected letters of the text's own script or Latin ones, got "${letter}" (${name}), which only looks like one; type it again`,
        at,
      ),
    );
}

/** Line ends belong to a text, and the rule of blanks speaks of tabs and carriage returns. */
const blanksAndLines: ReadonlySet<string> = new Set(['U+0009', 'U+000A', 'U+000D']);

function costlyCharacters(text: string, unseen: readonly { at: number }[]): Finding[] {
  const known = new Set(unseen.map(({ at }) => at));
  const findings: Finding[] = [];
  let at = 0;
  for (const character of text) {
    if (!known.has(at) && !gsm.test(character) && character !== '\t') {
      const plain = lookAlikes[character];
      findings.push(
        warning(
          'gsm-7',
          `"${character}" के कारण पूरा संदेश यूनिकोड (70 वर्ण) में जाएगा`,
          `"${character}" makes the whole text UCS-2 (70 characters)${plain === undefined ? '' : `; write ${plain}`}`,
          at,
        ),
      );
    }
    at += character.length;
  }
  return findings;
}
