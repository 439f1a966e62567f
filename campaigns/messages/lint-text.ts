import { languageFacts, type OwnLanguage } from '../language.ts';
import { hasLetters, scripts } from '../languages/typesetting/scripts.ts';
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
  const { script, name } = languageFacts[own];
  if (language === 'hi' && !hasLetters(text, script)) {
    findings.push(
      error(
        'language',
        `${name.hi} टेंपलेट में ${scripts[script].nameHi} पाठ होना चाहिए`,
        `Expected ${script} letters in a template in ${name.en}, got none`,
      ),
    );
  }
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
