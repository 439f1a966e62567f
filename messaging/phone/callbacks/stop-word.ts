import type { OptOutNumbers } from '../../../campaigns/messages/opt-out-ways.ts';

// A reply is a stop by what its words are, however they stand: one that says stop, or one that negates sending, wanting or a
// message, beside words that mean nothing else. One word of another matter, and it is a sentence about something. Words are
// compared by their sound, verbs by their stem.

/** Spellings that sound alike as one: bandh and band, bhejein and bheje, मैसेज़ and मैसेज; but not app and aap. */
function soundOf(word: string): string {
  if (/^[a-z]/.test(word)) {
    return word
      .replace(/([^p])\1+/g, '$1')
      .replaceAll('ph', 'f')
      .replaceAll('w', 'v')
      .replaceAll('z', 'j')
      .replace(/(?<=.)y(?=e)/g, '')
      .replace(/(?<=[aeiou])[hn]$|(?<=[bdg])h$/, '');
  }
  return word
    .normalize('NFD')
    .replace(/[\u093C\u064B-\u0655]/g, '')
    .replaceAll('ँ', 'ं')
    .replace(/(?<=[ा-ौ])ं$/, '')
    .replace(/(?<=.)ये(?=$|ं|ग)/g, 'ए')
    .replace(/[ھہ]/g, 'ه')
    .replace(/ي/g, 'ی')
    .replace(/ك/g, 'ک');
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).map(soundOf));

const stopping = words(
  `stop stopall stopped stp unsubscribe unsubscribed unsubscibe unsubcribe unsub cancel end quit optout remove delete block dnd enough
   exclude discontinue cease desist withdraw revoke deactivate terminate halt mute
   band bnd bandh bas khatam khatm samapt
   बंद स्टॉप स्टाप बस अनसब्सक्राइब डिलीट ब्लॉक कैंसल खत्म समाप्त
   بند اسٹاپ سٹاپ بس ختم منسوخ کینسل रद्द कैंसिल`,
);
const stoppingStem =
  /^(?:(?:rok|hata|nikal|chhod|chod)(?:[aeiou]|[dvyn]|kar|ja)?[a-z]{0,6}|(?:रोक|हटा|हटव|निकाल|छोड़|छोड)[\p{L}\p{M}]{0,6}|(?:روک|هٹا|نکال|چهوڑ|سبسکرایب)\p{L}{0,6})$/u;
const negating = words(
  'no not dont donot mt no-longer never nahi nahin nhi nai mat na नहीं नही मत न ना نہیں مت نہ didnt doesnt cant wont neither',
);
const sending = words(
  `send sending sendng sent want wanted need needed contact contacted contacting calling disturb disturbing bother interest interested spam spamming text texts texting messaging
   message messages msg msgs sms call calls calling promotion promotions promotional marketing ad ads advertisement more like sign signed subscribe subscribed
   disturb डिस्टर्ब bother ask asked wish matlab मतलब agree consent permission notification notifications alert alerts update updates offer offers whatsapp newsletter subscription thanks
   chahiye chaiye chahie chahta chahti pareshan tang mesej sandesh jarurat jarurt ruchi faltu bekar
   चाहिए चाहिये चाहता चाहती परेशान तंग मैसेज संदेश संदेशों एसएमएस कॉल फोन विज्ञापन प्रचार सूचना सूचनाएँ व्हाट्सएप वाट्सएप ज़रूरत ज़रुरत रुचि फालतू बेकार सदस्यता सेवा
   چاہیے چاہئے چاہئیں چاہییں چاہیں پریشان تنگ کال ضرورت خدمت سروس سبسکرپشن`,
);
const sendingStem =
  /^(?:bhej[a-z]{0,6}|भेज[\p{L}\p{M}]{0,6}|(?:بهیج|پیغام|میسج|اشتهار|اطلاع|تشهیر)\p{L}{0,5})$/u;
/** Words that people add without meaning anything else by them. */
const added = words(
  `please pls plz kindly sir madam ji bhai yaar ok okay yes haan hello dear i im ive id am me my us we you your yours the a an this that these those such it its them they all any
   anything again now immediately from to for with on in at by of off out up and or but so too much many as if then than before after already once
   list number no. name database service services do did done does have has had be been being was were are is can could will would should shall may ever just really
   every everyday day daily time times always how said say told bulk stupid silly useless please want getting receiving keep anymore further longer
   take put let make whoever customer dis here there nonsense rubbish fed sick tired annoying irritating
   ye yeh yah sab aise is isko ise inko inhe inhein unko unhe in un kiya mujhe hame humko hum mera meri mere aap aapke aapka apke humare hamare ab abhi aur par pe turant aage age se ko ke ka ki dobara phir bar baar bilkul kabhi bhi koi naam
   roj roz rojana subah sham din rat hu hun tha the thi raha rahe rahi itna itne jyada zyada sirf bas kyon kyu kyun apna apne apni jo vapas wale vala
   aana ana ane aane ate aate aye aaye aayein aaen paas pas liye
   bahut bohot sb kuchh kuch everything stuff thing things things
   kripya kripaya hello namaste dhanyavad shukriya mana
   कुछ बहुत
   कृपया प्लीज प्लीज़ सर जी भाई यार यह ये सब ऐसे इसे इसको इस इन इन्हें इनको इसमें मुझे मुझको हमें हमको हम हमारा हमारी हमारे मेरा मेरी मेरे आप आपके आपका अब आगे पीछे से पर में और दोबारा फिर बार बिल्कुल कभी भी कोई
   अपना अपने अपनी क्यों जो किया बहुत जाए जाएँ जाएं तुरंत अभी रोज़ रोज़ाना सुबह शाम दिन रात हूँ था थे थी रहा रहे रही इतने इतना ज़्यादा सिर्फ मना पास लिए आना आने आते आए
   नंबर नम्बर नाम सूची लिस्ट को के का की हों हो होना
   آئندہ مزید تمام فہرست لسٹ پلیز شکریہ صاحب بھائی وہ اس ان ہے ہیں ہوں ہمارا ہمارے میری فون گا گے جائے जी धन्यवाद शुक्रिया करिए
   براہ کرم مہربانی جناب بار کبھی بھی یہ سب اب سے مجھے ہمیں میرا میرے پر اور فوراً آپ کوئی دوبارہ نمبر نام کو روز میں کا کی کے`,
);
/** Verbs that only carry the one before them: do, give, have done, go, take. */
const carrying =
  /^(?:(?:kar|kr|karva|karba|de|di|do|le|li|ja|ho|rah|kij|dij|lij|l)(?:o|e|a|i|na|ne|ni|ta|te|ti|ie|iega|iyo|ega|do|de|den|dena|ke|vao|vaie|vae|vado|va|ava|vana|tva|nge|u|aie|ao|aen|ei|aei|vaei)?|(?:कर|करव|कि|दे|दो|दी|दि|दू|ले|लि|जा|हो|कीज|दीज|लीज)[\p{L}\p{M}]{0,5}|(?:کر|دی|دو|دے|کیج|دیج)\p{L}{0,4})$/u;
/** Parts of a wish that say nothing themselves. */
const fillings =
  /who (?:gave|told) (?:you|u) my (?:number|no)|(?:my |mere |मेरे )?(?:mobile|phone|मोबाइल|फोन) (?:number|no|par|pe|नंबर|पर)(?![\p{L}\p{M}])|(?:kitni|कितनी) (?:baar|bar|बार) [\p{L}\p{M}]{2,6}|(?:aate|aa rahe|आते|आ रहे) (?:hain?|हैं)(?![\p{L}\p{M}])|\bto (?:get|receive)\b|(?<=(?:na|nahi|nahin|ना|नहीं)) (?:hai|है)(?![\p{L}\p{M}])/gu;
/** Ways of saying it in several words. */
const sayings =
  /\bopt (?:me )?out\b|\bleave me alone\b|\b(?:get|take) (?:me|my (?:number|name)) off\b|\bstop this nonsense\b|\bi want out\b|(?:मैसेज|संदेश|message|msg|sms)(?: [\p{L}\p{M}]{1,8})? (?:किया|भेजा|आया|kiya|kia|bheja|aaya) (?:तो|to)(?![\p{L}\p{M}])|\bgo away\b|\bget lost\b|\bturn (?:it|these|them|this) off\b|\bturn off(?= these| this| your| all)|\b(?:bahut|bohot) ho (?:gaya|gya)\b|बहुत हो गया|(?:sms|message|संदेश|एसएमएस) (?:sewa|seva|सेवा)(?= band| बंद)|\bwrong (?:person|number)\b|(?:apne|अपने) (?:paas|पास) (?:rakh|रख)[\p{L}\p{M}]{0,3}|(?:सूची|लिस्ट|list) se bahar|(?:सूची|लिस्ट) से बाहर|\b(?:ab|bas) aur nahin?\b|अब और नहीं|(?:नंबर|नाम|naam|number|name|no) (?:को |ko )?(?:काट|kaa?t)(?= दो| दें| दीजिए| do| dein| dijiye| dena)/gu;

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
  const bare = (text: string) => listWords(text).filter((word) => !isAdded(word));
  const wanted = bare(own ?? '').join(' ');
  if (wanted !== '' && bare(body).join(' ') === wanted) return true;
  const clauses = body
    .split(/[.,;!?।۔،؟\n]+/)
    .map((clause) => ({ clause, kinds: readClause(clause) }));
  if (clauses.some(({ kinds }) => kinds.includes('go-on'))) return false;
  const heard = clauses.filter(({ kinds }) => kinds.includes('stop') || kinds.includes('unwanted'));
  if (clauses.every(({ kinds }) => !kinds.includes('other'))) return heard.length > 0;
  return !isMatter.test(body) && heard.some(isAboutMessages);
}

/** Said of messages, a clause may hold one word that nobody foresaw. */
function isAboutMessages({ clause, kinds }: { clause: string; kinds: readonly Kind[] }): boolean {
  return kinds.filter((kind) => kind === 'other').length <= 1 && messages.test(clause);
}
const messages =
  /(?<![\p{L}\p{M}])(?:messages?|messaging|msgs?|sms|texts|texting|calling|subscriptions?|newsletters?|notifications?|promotions?|(?:remove|delete|unsubscribe) (?:me|my (?:number|no|name))|sandesh|मैसेज|मेसेज|संदेश|एसएमएस|سبسکرپشن|میسج|پیغام|اشتہار)/iu;
/** Asks, tells of a crime or misses a message: somebody has to read it. */
const isMatter =
  /(?<![\p{L}\p{M}])(?:how|why|when|what|kaise|kyon|kab|kya|fraud|fake|thag|scam|police|कैसे|क्यों|कब|क्या|ठग|फर्जी|धोख|पुलिस|کیسے|کیوں|کب|فراڈ|پولیس|received|got |nahin? (?:aa? ?(?:ya|yi|ye|ra|ta|te)|mil|pahun)|नहीं (?:आ ?(?:या|यी|ये|ए|रह|ता|ते)|मिल|पहुँच)|نہیں (?:آ|مل))/iu;

type Kind = 'stop' | 'go-on' | 'unwanted' | 'send' | 'added' | 'other';

/** Each word by its kind; a negation by what it negates: the next word that says something, else the one before it. */
function readClause(clause: string): Kind[] {
  const said = listWords(
    listWords(clause)
      .join(' ')
      .replace(/\bno longer\b/, 'not')
      .replace(/\b(?:the|an|my|meri|ek|is|e) fir\b/, 'report')
      .replace(fillings, ' ')
      .replace(sayings, 'stop')
      .replace(/\bthe end\b/, 'over'),
  );
  const plain = said.map(classify);
  return plain.map((kind, place) => {
    if (kind !== 'no') return kind;
    const behind = said.slice(place + 1);
    const next = behind.findIndex((word) => classify(word) !== 'added' || isCarrying(word));
    const follows =
      next < 0 || isCarrying(behind[next] ?? '') ? undefined : plain[place + 1 + next];
    const negated =
      follows ??
      plain.slice(0, place).findLast((each) => each !== 'added') ??
      plain.slice(place + 1).find((each) => each !== 'added');
    if (negated === 'stop') return said[place] === 'no' ? 'stop' : 'go-on';
    return negated === 'send' ? 'unwanted' : 'added';
  });
}

function classify(word: string): 'stop' | 'send' | 'added' | 'no' | 'other' {
  const sound = soundOf(word);
  if (negating.has(sound)) return 'no';
  if (stopping.has(sound) || stoppingStem.test(sound)) return 'stop';
  if (sending.has(sound) || sendingStem.test(sound)) return 'send';
  return isAdded(word) ? 'added' : 'other';
}

const isCarrying = (word: string) => carrying.test(soundOf(word));
const isAdded = (word: string) => added.has(soundOf(word)) || isCarrying(word);

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
