// A text that warns names what cheats promise. It is told by its structure: a sentence that names a fraud, says what not to
// do, or stands beside one that says so of it.

import { anySpelling } from './folded-text.ts';

/** Any of these at the start of a word; the word may go on. */
export function anyWord(list: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${anySpelling(list.join('|'))})`, 'iu');
}

/** Names of the act, and of its doer; each may go on with an ending. */
const fraud = anyWord([
  'ठग',
  'धोख',
  'झाँस|झांस',
  'जालसाज|जाल (?:है|हैं|में)|के जाल',
  'फ़?र्ज़?ी',
  'नक़?ली',
  'फ़?्रॉड',
  'फ़रेब|फरेब|छल',
  'साइबर अपराध|अपराध है|अवैध|गिरोह|हैक|चाल |ख(?:़)?तर|जोख(?:़)?िम|चुरा|हड़प|ऐंठ|झूठ|घबराहट|खाता खाली|लूट',
  'लालच|दुरुपयोग|बनकर|माँग|मांग|मंगने|mang(?!ay|wa|va)|खाता साफ|लत (?:है|परिवार|में)|बर्बाद|धमक|साफ़? कर(?:ते|ता|ना) (?:है|हैं)',
  'के नाम पर',
  'बहाने',
  'fraud|scam|cheat|fake|forge|hoax|phish|swindl|criminal|thie(?:f|ves)|l(?:ying|iars?)\\b|unregulated|pos(?:e|es|ing) as|asks? for|too good to be true|counterfeit|baits?\\b|unlawful|gangs?|hack|danger|risk|lies?\\b|chura|false|vanish|often (?:have|has|are|is) (?:no|not)|untrue|he lost|she lost|they lost|captive|racket|groom|predator|extort|abus|harass|stalk|jhoo?th|jhut|addict|ruin|strangers?|lured?|virus|drain|empt(?:y|ies) your|loot|con ?m[ae]n|trap|trick|steal(?! deal)|collect requests?|(?:pin|otp) sends|blackmail|illegal',
  'thag|dhok|farz|nakli|jhans|jaal|lalach|(?:ke )?naam (?:par|pe)\\b',
]);

/** Tells of what others offer, promise or do. */
const reported = anyWord([
  '(?:is|are|was|were) (?:all |only |just |usually |often )?(?:an? )?(?:online )?(?:bait|scams?|frauds?|fake|forged|traps?|tricks?|lies?|hoax(?:es)?)\\b|(?:ठग|धोख|फ़?र्ज़?ी|जाल|झाँस|झांस|झूठ|छल)[\\p{L}\\p{M}]* (?:है|हैं)|(?:thag|dhokh|far[jz]i|jaal|jhoo?th)[a-z]* (?:hai|hain)\\b',
  'often|(?:sites?|shops?|pages?|sellers?|apps?) (?:that|which|who)|ads?\\b|(?:are|is) (?:being |getting |receiving )?(?:sent|this|messages|circulat|forwarded|shared|spread)|going (?:a)?round|viral|impersonat|such (?:messages|calls|links|offers|ads|apps)|said (?:the|a)|if a (?:website|site|stranger|friend)|advert|promis|claim(?:s|ed|ing) (?:to|that)|callers? (?:ask|say|claim|want|who|pos)|if (?:some|any)(?:one|body)|if an? (?:seller|shop|buyer|caller)|unknown|victims?\\b|complain|rumou?r|inform (?:the )?police|tell (?:the )?police|families|loss\\b',
  'विज्ञापन(?! हमार)|वायरल|फैलाय|प्रसारित|(?:संदेश|मैसेज|कॉल|लिंक) (?:आ|मिल|भेज|घूम) (?:रह|जा)|वादा|वादे|दावा|दावे|(?:आए|मिले|कहे|कहें|माँगे|मांगे|लगी हो|दिखे) तो|ऐस[ेी] (?:संदेश|कॉल|लिंक|विज्ञापन|फोन|मैसेज|ऐप)|अनजान|अजनबी|पीड़ित|शिकायत|अफवाह|अफ़वाह|पुलिस को (?:बता|सूचि|सूचना)|भारी पड़|नुकसान|दिलाने वाल|(?:सामान|लोन|पैसे|छूट|इनाम|काम|नौकरी|बाइक) देने वाल|बेचने वाल',
  'vigyapan|vaad[ae]|(?:aaye|mile|kahe|mange) to\\b|anjaan|shikayat|police ko bata',
]);

/** A miss of a chance is what sellers tell people to avoid. */
const chance =
  '(?!miss|wait|delay|be late|let (?:it|this|the|go)|before|again|hesitate|forget|lose|think|worry|चूक|छोड़|गँवा|गंवा|रुक|ga[nw]|chh?[ou])';
/** Things that are avoided because of what they promise. */
const lures =
  '(?:ऐप|कॉल|लिंक|मैसेज|संदेश|समूह|ग्रुप|विज्ञापन|ऑफ़?र|लोन|लॉटरी|इनाम|योजना|वेबसाइट|इन|ऐस|ठग|links?|apps?|calls?|groups?|ads?|offers?|loans?|aise)';
/** That something costs nothing is said by sellers, too. */
const cost = '(?:शुल्क|फ़?ीस|ख़?र्च|लागत|झंझट|देर|विलंब|संकोच|चिंता|der|deri|late)';
/** Says no to something, what not to do, or to take care. */
const guard = anyWord([
  `(?<!${cost} )(?:न|मत|ना)(?: ही)? ${chance}(?:(?:ले|दे|कर|हो|बन|खो|रख|सौंप|बता) )?[\\p{L}\\p{M}]+(?:ें|ों|ो|ओ|िए|िये|एँ|एं|इए)(?![\\p{L}\\p{M}])`,
  `(?<!(?:${cost}|कभी|भुगतान|ब्याज|गारंटर) )नहीं(?! (?:रहेग|मिलेग|लगेग|लगत))`,
  'सावधान|सतर्क|होशियार|ख़?बरदार|चेतावनी|इनकार|इंकार',
  `${lures}[\\p{L}\\p{M}]* (?:से|se) (?:बच(?:ें|िए|कर)|bach(?:ein|en|o|iye)\\b)`,
  'संदेह|मना कर|काट(?:ें| दें| दीजिए)|छोड़ (?:दें|दीजिए)|पहले (?:[\\p{L}\\p{M}]+ )?जाँच|की जाँच (?:कर|ज)|जाँच कर लें',
  `(?:do not|don['’]t|does not|doesn['’]t|cannot|never|nobody|no one|none|not even|there is no|is not|are not) ${chance}`,
  '^no ',
  'beware|avoid (?:them|it|such|these|those|any|unknown|falling|sharing|clicking|paying|links|calls|messages|loans)|ignore|decline|refuse|delete|block (?:the|it|such)|careful|watch out|uninstall|pause|ask why|hang up|walk away(?! with)|cut the call|stay (?:alert|away|safe)|(?<!(?:offer|deal|sale|price) )alert(?!s)|think twice',
  '(?:check|verify)[^.]{0,60} before|before you|report (?:such|it|them)|only from (?:registered|licensed)',
  `(?<!${cost} )(?:na|mat) ${chance}[a-z]+(?:en|ein|yen|o|iye)\\b|[a-z]+ mat\\b`,
  'savdhaa?n|satark|hoshiyar|kaat (?:d|l)|kaatein|1930|cybercrime\\.gov\\.in|puchhein|puchh lein|ask your (?:bank|branch)|पूछ(?: लें|ें|िए)',
  '(?<!fees |fee |kharcha )nahi(?! milega)',
]);
/** Opens a text that warns. */
const heading =
  /^\s*(?:सावधान|सतर्क|होशियार|चेतावनी|savdhaa?n|hoshiyar|warning|alert|beware|caution)[\p{L}\p{M} ]{0,12}[!।.]*$/iu;

/** Ends of sentences, each with the quotation mark behind it. */
const sentenceEnd = /(?<=[.।!?॥]["”’]?)\s+|\n+/u;

export interface Sentence {
  from: number;
  to: number;
  /** It, or one beside it. */
  warns: boolean;
  warnsItself: boolean;
}

/** Sentences of a text with their places, and whether each is part of a warning. */
function readSentences(text: string): Sentence[] {
  const said = text.split(sentenceEnd);
  const warns = said.map((each) => fraud.test(each) || guard.test(each));
  // A question is answered by what follows.
  for (let place = said.length - 2; place >= 0; place -= 1) {
    if (warns[place + 1] && /\?["”’]?$/.test(said[place] ?? '')) warns[place] = true;
  }
  let from = 0;
  return said.map((each, place) => {
    from = text.indexOf(each, from);
    const sentence = {
      from,
      to: from + each.length,
      warnsItself: warns[place] === true,
      warns:
        warns[place] === true ||
        warns[place + 1] === true ||
        heading.test(said[place - 1] ?? '') ||
        fraud.test(said[place - 1] ?? ''),
    };
    from = sentence.to;
    return sentence;
  });
}

/** Behind what others say: a call with these words, somebody who says them. */
const carrier =
  /^["”’']?(?:[\s-]+[\p{L}\p{M}]+){0,2}[\s-]+(?:जैस|देने|कह|बोल|बता|वाल|दिखा|का (?:कॉल|संदेश|मैसेज|दावा|झाँसा)|के (?:नाम|कॉल|संदेश|मैसेज|विज्ञापन)|(?:calls?|messages?|texts?|links?|ads?|mails?|posts?|sites?|pages?|letters?|groups?|scams?|frauds?|wal[aei]|jais[aei]|keh|bol)(?![\p{L}]))/iu;
const negation =
  /(?<![\p{L}\p{M}])(?:do not|don['’]t|never|nobody)(?! (?:miss|wait|delay|hesitate))[^.,;:]{0,60}$/iu;
const quotation = /["“”‘«»]/gu;
/** Police promise one for news of somebody. */
const wanted =
  /(?:सूचना|जानकारी|सुराग|पता) (?:देने|बताने)|फ(?:़)?रार|वांछित|गिरफ(?:़)?्तार|wanted|abscond|information leading|arrest/iu;
const promised = /इनाम|ईनाम|पुरस्कार|inaa?m|reward|prize|cash/iu;

/** Means by which cheats promise something; a link of the sender's own is shown behind it. */
const means =
  /^["”’']?(?: [\p{L}\p{M}]+){0,2}? (?:कॉल|फ(?:़)?ोन|मैसेज|संदेश|मेल|लिंक|calls?|callers?|phone|messages?|sms|mails?|links?)(?![\p{L}\p{M}])(?!\s*(?::|\S*[./{]\S))/iu;

/** Judges the words of a text: whether it only speaks of what somebody else promises. */
export function readBaits(text: string): {
  isBait: (at: number, length: number) => boolean;
  isOthersOffer: (at: number, length: number) => boolean;
  sentences: readonly Sentence[];
} {
  const sentences = readSentences(text);
  const find = (at: number) => sentences.find(({ to }) => at < to);
  const isReported = (at: number) => {
    const sentence = find(at);
    return sentence !== undefined && reported.test(text.slice(sentence.from, sentence.to));
  };
  const isWanted = (at: number) => {
    const sentence = find(at);
    return sentence !== undefined && wanted.test(text.slice(sentence.from, sentence.to));
  };
  return {
    sentences,
    isBait: (at, length) => {
      const sentence = find(at);
      if (sentence === undefined) return false;
      return (
        sentence.warns ||
        means.test(text.slice(at + length, sentence.to)) ||
        isWanted(at) ||
        isReported(at)
      );
    },
    isOthersOffer: (at, length) => {
      const sentence = find(at);
      if (isWanted(at) && promised.test(text.slice(at, at + length))) return true;
      if (sentence?.warns !== true) return false;
      // Asked, and denied by what follows.
      if (/\?["”’]?$/.test(text.slice(sentence.from, sentence.to))) return true;
      const before = text.slice(sentence.from, at);
      const after = text.slice(at + length, sentence.to);
      const isQuoted = (before.match(quotation)?.length ?? 0) % 2 === 1 && /["”’»]/u.test(after);
      return isQuoted || carrier.test(after) || negation.test(before) || isReported(at);
    },
  };
}
