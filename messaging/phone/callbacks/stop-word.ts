import type { OptOutNumbers } from '../../../campaigns/messages/opt-out-ways.ts';

/** Words that ask for no more messages, in the ways that people write them; बन्द is written as बंद. */
const stopPhrases: ReadonlySet<string> = new Set(
  [
    'stop, stopall, stop all, stop it, stop this, stop now, unsubscribe, cancel, end, quit, optout, opt out',
    'stop promotions, stop promotion, stop marketing, stop sending, no more, remove me, do not send, dont send, don t send',
    'stop karo, stop kro, stop kar do, stop kardo, stop kare, stop karen, stop karein, stop kijiye',
    'band, bandh, band karo, band kro, band kar do, band kardo, band kare, band karen, band karein, band kijiye',
    'bandh karo, bandh kro, bandh kar do, bandh kardo, bandh kare, bandh karen, bandh karein, bandh kijiye',
    'roko, rok do, rokdo, roke, roken, rokein, rokiye, rok dijiye, mat bhejo, mat bheje, mat bhejna, mat bhejiye',
    'बंद, बंद करो, बंद कर दो, बंद करदो, बंद करें, बंद करे, बंद कर दें, बंद करिए, बंद करिये, बंद कीजिए, बंद कीजिये',
    'बंद कर दीजिए, बंद कर दीजिये, स्टॉप, स्टाप, स्टॉप करो, स्टॉप करें, स्टॉप कर दो',
    'रोकें, रोको, रोक दो, रोक दें, रोकिए, रोकिये, रोक दीजिए, रोक दीजिये',
    'nahi chahiye, nahin chahiye, nhi chahiye, nahi chaiye, nahi bhejo, nahi bheje, nahi bhejna',
    'नहीं चाहिए, नहीं चाहिये, नही चाहिए, नही चाहिये, नहीं भेजें, नहीं भेजो, न भेजें, ना भेजें',
    'بند کریں, بند کرو, بند کر دیں, بند کر دو, بند کیجیے, روکیں, روکو, روک دیں, نہیں چاہیے, نہیں چاہئے, مت بھیجیں, مت بھیجو, نہ بھیجیں',
    'मत भेजो, मत भेजें, मत भेजे, मत भेजिए, मत भेजिये, मत भेजना',
  ].flatMap((line) => line.split(', ')),
);

/** Words that people add without meaning anything else by them. */
const courtesies: ReadonlySet<string> = new Set(
  'please pls plz kindly sir madam ji sms msg msgs message messages ye yeh yah isko ise mujhe ab براہ کرم कृपया प्लीज प्लीज़ सर जी संदेश मैसेज एसएमएस यह ये इसे इसको मुझे अब'.split(
    ' ',
  ),
);

/** Whether a reply says stop, by a campaign's own words too. */
export type IsStop = (body: string) => boolean;

export function createIsStop(campaign: { messages: { optOut: OptOutNumbers } }): IsStop {
  return (body) => isStopWord(body, campaign.messages.optOut.sms?.word);
}

/**
 * Whether a reply asks for no more messages: a stop word with nothing else but courtesies and numbers, whatever
 * its case and signs. A sentence that merely holds the word, such as "don't stop", does not count.
 * @param own words that people send to a number that is shared with others
 */
export function isStopWord(body: string, own?: string): boolean {
  const said = wordsIn(body);
  return stopPhrases.has(said) || (own !== undefined && said === wordsIn(own));
}

function wordsIn(body: string): string {
  return body
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('न्द', 'ंद')
    .replace(/[^\p{L}\p{M}\p{N} ]+/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !/^\p{N}+$/u.test(word) && !courtesies.has(word))
    .join(' ');
}
