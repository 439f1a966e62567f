import { error, type Finding, warning } from './finding.ts';
import type { MessageCategory } from './messages.ts';

/** Words that sell: one of them makes a message promotional (TCCCPR, second amendment of 12.02.2025). */
const sells = words([
  'cash ?back',
  'discounts?',
  'lottery',
  'lucky draw',
  'jackpot',
  'coupons?',
  'vouchers?',
  'gift cards?',
  'free gifts?',
  'win (?:a |an |big |exciting |cash |free |up ?to )*(?:prizes?|rewards?|gifts?|cash|cars?|phones?|mobiles?|iphones?|bikes?)',
  'buy (?:now|one|1)',
  'shop now',
  'order now',
  'limited (?:period|time)',
  'hurry',
  'best (?:price|deal)s?',
  'exclusive (?:deal|offer)s?',
  '(?:special|free|festive|mega|great) offers?',
  'offer (?:ends?|valid|price|only)',
  '(?:upto|up to|flat) \\d{1,2} ?%',
  '\\d{1,2} ?% (?:off|discount)',
  'instant loans?',
  'pre-?approved loans?',
  'mega sale',
  'clearance sale',
  'sale (?:is )?(?:live|ends?|now)',
  "congratulations!? you (?:have |'ve )?won",
  'इनाम',
  'ईनाम',
  'जीतें',
  'जीतिए',
  'जीतो',
  'जीतने का (?:मौका|अवसर)',
  'लॉटरी',
  'लाटरी',
  'लकी ड्रॉ',
  'कैशबैक',
  'डिस्काउंट',
  'डिस्काउण्ट',
  'कूपन',
  'वाउचर',
  'बम्पर',
  'बंपर',
  'धमाका',
  'महासेल',
  'मेगा सेल',
  'खरीदें',
  'ख़रीदें',
  'खरीदिए',
  'सीमित समय',
  'जल्दी करें',
  '(?:भारी|विशेष|आकर्षक) छूट',
  '\\d{1,2} ?(?:%|प्रतिशत) (?:की |तक )*छूट',
  'आकर्षक उपहार',
  'मुफ़्त उपहार',
  'मुफ्त उपहार',
  'तुरंत लोन',
  'तुरन्त लोन',
  'आसान लोन',
]);
/** Words that sell in company, and may be plain speech alone. */
const maySell = words([
  'free',
  'offers?',
  'deals?',
  'prizes?',
  'rewards?',
  'bonus',
  'gifts?',
  'sale',
  'फ्री',
  'फ़्री',
  'मुफ्त',
  'मुफ़्त',
  'ऑफर',
  'ऑफ़र',
  'ऑफ़र्स',
  'छूट',
  'सेल',
  'बोनस',
  'गिफ्ट',
  'गिफ़्ट',
  'उपहार',
  'पुरस्कार',
]);
/** "Toll-free", "free of cost", "the app offers" and the like say what is, and sell nothing. */
const plainSpeech = words([
  'toll[- ]?free',
  'free of (?:cost|charge)',
  'feel free',
  '\\p{L}+-free',
  'free (?:and|&) fair',
  'free from',
  'on offer',
  '(?:it|app|police|portal|service) offers',
  'टोल[- ]?फ्री',
  'टोल[- ]?फ़्री',
]);
const optOut = new RegExp(
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

function words(list: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${list.join('|')})(?![\\p{L}\\p{M}])`, 'giu');
}

/** Wording that does not go with the category: selling in a notice, promotion that nobody can end. */
export function wordingFaults(text: string, category: MessageCategory): Finding[] {
  if (category === 'promotional' || category === 'service-explicit')
    return optOutFaults(text, category);
  const plain = text.replace(plainSpeech, (found) => '_'.repeat(found.length));
  const sold = [...plain.matchAll(sells)];
  const rest = plain.replace(sells, (found) => '_'.repeat(found.length));
  const maybe = [...rest.matchAll(maySell)];
  const isSelling = sold.length > 0 || maybe.length > 1;
  return [...sold, ...maybe]
    .sort((one, other) => one.index - other.index)
    .map(({ 0: found, index }) =>
      (isSelling ? error : warning)(
        'promotional-wording',
        `"${found}" प्रचार की भाषा है; इससे पूरा संदेश प्रचार (promotional) श्रेणी का माना जाएगा`,
        `"${found}" is wording of promotion; with it the whole message counts as promotional`,
        index,
      ),
    );
}

function optOutFaults(text: string, category: MessageCategory): Finding[] {
  if (optOut.test(text)) return [];
  return [
    (category === 'promotional' ? error : warning)(
      'opt-out',
      'प्रचार संदेश में बताएँ कि ऐसे संदेश कैसे बंद हों, जैसे "बंद करने हेतु STOP लिखकर भेजें"',
      'Expected a sentence that says how to stop such messages, such as "Reply STOP to opt out"',
    ),
  ];
}
