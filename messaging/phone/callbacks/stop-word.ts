import type { OptOutNumbers } from '../../../campaigns/messages/opt-out-ways.ts';

// A reply is a stop by what its words are, however they stand: one that says stop, or one that negates sending, wanting or a
// message, beside words that mean nothing else. One word of another matter, and it is a sentence about something.

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const stopping = words(
  `stop stopall stopped stp unsubscribe unsubscribed unsubscibe unsubcribe unsub cancel end quit optout remove delete block dnd enough
   nikal nikalo nikaal hatana band bandh roko rok roke roken rokein rokiye rokdo hata hatao hatado hatade hataiye hatayein hatayen bas
   बंद स्टॉप स्टाप रोक रोकें रोको रोकिए रोकिये हटा हटाओ हटाएँ हटाएं हटाइए हटाइये निकाल निकालो निकालें निकालिए बस अनसब्सक्राइब
   بند روک روکیں روکو ہٹا ہٹائیں ہٹاؤ نکال نکالیں اسٹاپ بس`,
);
const negating = words(
  'no not dont donot never nahi nahin nhi nai mat na नहीं नही मत न ना نہیں مت نہ',
);
const sending = words(
  `send sending sent want need contact disturb disturbing bother interested spam spamming text texts texting messaging
   message messages msg msgs sms call calls calling promotion promotions promotional marketing ad ads advertisement more
   bhejo bheje bhejen bhejein bhejna bhejiye bhej chahiye chaiye chahie pareshan tang mesej sandesh
   भेजो भेजें भेजे भेजिए भेजिये भेजना भेजा भेज चाहिए चाहिये परेशान तंग मैसेज संदेश एसएमएस कॉल फोन विज्ञापन प्रचार
   بھیجو بھیجیں بھیجیے بھیجنا چاہیے چاہئے پریشان تنگ پیغام پیغامات میسج کال`,
);
/** Words that people add without meaning anything else by them. */
const added = words(
  `please pls plz kindly sir madam ji bhai yaar ok okay yes haan i am im me my us you your the this these it all any
   anything again now immediately from to for with on at in list number name do can could will ever just really so much too many
   ye yeh yah sab aise is isko ise inko mujhe hame humko mera meri mere aap aapke apke humare hamare ab abhi aur par pe turant aage age se dobara phir bar baar bilkul kabhi bhi koi naam karna kare karta karte karwa karwao karwaiye karva krna krwa do
   karo kro kar do kardo krdo kare karen karein kijiye kijie karna dijiye de dena kripya
   कृपया प्लीज प्लीज़ सर जी भाई यार यह ये सब ऐसे इसे इसको इन्हें इनको मुझे मुझको हमें हमको मेरा मेरी मेरे आप आपके आपका अब आगे पीछे से पर और दोबारा फिर बार बिल्कुल कभी भी कोई करा किया करवा करवाओ करवाइए करवाएँ करवाएं जाए तुरंत अभी
   नंबर नम्बर नाम सूची लिस्ट को करो करें करे कर दो दें करदो करिए करिये कीजिए कीजिये करना दीजिए दीजिये देना
   براہ کرم مہربانی جناب بار کبھی بھی یہ سب اب سے مجھے ہمیں میرا میرے پر اور فوراً آپ کوئی دوبارہ نمبر نام کو کریں کرو کر دیں دو دیجیے کیجیے کرنا کروا`,
);
/** Ways of saying it in several words. */
const sayings =
  /\bopt (?:me )?out\b|\bleave me alone\b|\b(?:get|take) me off\b|\bstop this nonsense\b/g;

/** Whether a reply says stop, by a campaign's own words too. */
export type IsStop = (body: string) => boolean;

export function createIsStop(campaign: { messages: { optOut: OptOutNumbers } }): IsStop {
  return (body) => isStopWord(body, campaign.messages.optOut.sms?.word);
}

/**
 * Whether a reply asks for no more messages, whatever its case, signs and numbers. "Don't stop" does not, nor a sentence that
 * merely holds the word.
 * @param own words that people send to a number that is shared with others
 */
export function isStopWord(body: string, own?: string): boolean {
  const bare = (text: string) => listWords(text).filter((word) => !added.has(word));
  const wanted = bare(own ?? '').join(' ');
  if (wanted !== '' && bare(body).join(' ') === wanted) return true;
  const said = listWords(
    listWords(body)
      .join(' ')
      .replace(sayings, 'stop')
      .replace(/\bthe end\b/, 'over'),
  );
  const count = (kind: ReadonlySet<string>) => said.filter((word) => kind.has(word)).length;
  const [stops, noes, sends] = [count(stopping), count(negating), count(sending)];
  if (stops + noes + sends + count(added) < said.length) return false;
  return stops > 0 ? noes === 0 : noes > 0 && sends > 0;
}

function listWords(body: string): string[] {
  const plain = body
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('न्द', 'ंद')
    .replace(/n['’]t(?!\p{L})/gu, 'nt')
    .replace(/[^\p{L}\p{M}\p{N} ]+/gu, ' ')
    // Stoooop, and s t o p.
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .split(/\s+/)
    .filter((word) => word !== '' && !/^\p{N}+$/u.test(word));
  const isSpelled = plain.length > 2 && plain.every((word) => word.length === 1);
  return isSpelled ? [plain.join('')] : plain;
}
