import { error, type Finding, warning } from './finding.ts';
import type { MessageCategory } from './messages.ts';
import { namesNumber, noOptOutNumbers, type OptOutNumbers } from './opt-out-ways.ts';

const speaksOfStopping = new RegExp(
  [
    '\\bopt(?:ing)?[- ]?out\\b',
    '\\bunsubscribe\\b',
    '\\b(?:reply|sms|send|text|type|write|dial|call|press)\\b[^.।]{0,30}\\b(?:stop|end|dnd)\\b',
    '\\bto stop\\b',
    '\\bstop (?:these|such|receiving|getting|messages|sms)\\b',
    '(?:\\bSTOP\\b|स्टॉप)[^.।]{0,12}(?:लिख|भेज|टाइप|एस ?एम ?एस|SMS)',
    '(?:बंद|बन्द) कर(?:ने|वाने|ाने)',
    'बंद कराने',
    'रोकने के (?:लिए|लिये)',
    'न (?:पाना )?चाहें',
    'नहीं चाहते',
    'ऑप्ट[- ]?आउट',
    'अनसब्सक्राइब',
  ].join('|'),
  'iu',
);
/** In capitals only: "send help to end violence" promises nothing. */
const asksForReply = new RegExp(
  [
    '\\b(?:[Rr]eply|REPLY|[Ss]end|SEND|SMS|[Tt]ext|TEXT|[Tt]ype|TYPE|[Ww]rite|WRITE)\\b[^.।]{0,30}\\b(?:STOP|END|DND)\\b',
    '(?:\\bSTOP\\b|स्टॉप)[^.।]{0,12}(?:लिख|भेज|टाइप|एस ?एम ?एस|SMS)',
  ].join('|'),
  'u',
);
const asksForCall = /missed call|मिस्?ड? ?कॉल/iu;

interface OptOutContext {
  category: MessageCategory;
  /** Whether the text has a link of the phone's own that ends the messages. */
  hasLink: boolean;
  optOut?: OptOutNumbers | undefined;
}

/** Ways out that a text promises and that do not work; promotion that nobody can end. */
export function optOutFaults(
  text: string,
  { category, hasLink, optOut = noOptOutNumbers }: OptOutContext,
): Finding[] {
  const { sms, missedCall } = optOut;
  const speaks = speaksOfStopping.test(text);
  const findings: Finding[] = [];
  const reply = asksForReply.exec(text);
  if (reply !== null && !(sms && namesNumber(text, sms.number) && holds(text, sms.word))) {
    findings.push(replyFault(sms, reply.index));
  }
  const call = sentences(text).some(
    (sentence) => asksForCall.test(sentence) && speaksOfStopping.test(sentence),
  );
  if (call && !(missedCall !== null && namesNumber(text, missedCall))) {
    findings.push(callFault(missedCall));
  }
  if (category !== 'promotional' && category !== 'service-explicit') return findings;
  const needed = category === 'promotional' ? error : warning;
  if (!speaks) return [...findings, neededFault(needed)];
  if (reply === null && !call && !hasLink) findings.push(unsaidFault(needed));
  return findings;
}

function sentences(text: string): string[] {
  return text.split(/[.।!?](?=\s|$)/);
}

function holds(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase());
}

function replyFault(sms: OptOutNumbers['sms'], at: number): Finding {
  return sms === null
    ? error(
        'opt-out-way',
        'पाठ उत्तर में STOP भेजने को कहता है, पर अक्षरों वाले हेडर को उत्तर नहीं जाता और उत्तर का कोई नंबर स्थापित नहीं है; बंद करने का लिंक लगाएँ',
        'The text asks for STOP as a reply, but a header of letters cannot be answered and no number for replies is set up; use a stop link',
        at,
      )
    : error(
        'opt-out-way',
        `बंद करने के लिए लिखें: ${sms.word} लिखकर ${sms.number} पर भेजें`,
        `Expected "${sms.word}" and the number ${sms.number}, where it is heard`,
        at,
      );
}

function callFault(missedCall: string | null): Finding {
  return missedCall === null
    ? error(
        'opt-out-way',
        'पाठ मिस्ड कॉल से बंद करने को कहता है, पर इसके लिए कोई नंबर स्थापित नहीं है',
        'The text says that a missed call ends the messages, but no number for it is set up',
      )
    : error(
        'opt-out-way',
        `मिस्ड कॉल का नंबर ${missedCall} लिखें`,
        `Expected the number ${missedCall}, where a missed call says stop`,
      );
}

function neededFault(severity: typeof error): Finding {
  return severity(
    'opt-out',
    'प्रचार संदेश में बताएँ कि ऐसे संदेश कैसे बंद हों, जैसे "बंद करने हेतु {#url#}"',
    'Expected a sentence that says how to stop such messages, such as "To stop these messages {#url#}"',
  );
}

function unsaidFault(severity: typeof error): Finding {
  return severity(
    'opt-out-way',
    'पाठ कहता है कि संदेश बंद हो सकते हैं, पर कैसे, यह नहीं; बंद करने का लिंक या नंबर लिखें',
    'The text says that messages can be stopped, and not how; give a stop link or a number',
  );
}
