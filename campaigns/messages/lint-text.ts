import { isInvisible, lookAlikes } from './characters.ts';
import type { Finding } from './finding.ts';
import type { MessageLanguage } from './messages.ts';

type Make = (rule: string, hi: string, en: string, at?: number) => Finding;

const gsm =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]$/u;

/** Faults of single characters: invisible ones, odd blanks, a form of Hindi that operators do not match. */
export function textFaults(
  text: string,
  language: MessageLanguage,
  { error, warning }: { error: Make; warning: Make },
): Finding[] {
  const findings: Finding[] = [];
  let at = 0;
  for (const character of text) {
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    if (isInvisible(character)) {
      findings.push(
        error(
          'invisible',
          `अदृश्य वर्ण ${codePoint} हटाएँ; ऑपरेटर का मिलान इससे टूटता है`,
          `Expected visible characters, got ${codePoint}; the operator's match breaks on it`,
          at,
        ),
      );
    } else if (language === 'en' && !gsm.test(character)) {
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
  if (text !== text.normalize('NFC')) {
    findings.push(
      error(
        'normalisation',
        'पाठ को मानक यूनिकोड रूप (NFC) में लिखें',
        'Expected the text in Unicode form NFC, as it is registered',
      ),
    );
  }
  if (language === 'hi' && !/\p{Script=Devanagari}/u.test(text)) {
    findings.push(
      error(
        'language',
        'हिन्दी टेम्पलेट में देवनागरी पाठ होना चाहिए',
        'Expected Devanagari in a Hindi template, got none',
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
