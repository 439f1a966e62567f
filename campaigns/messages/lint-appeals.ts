import { error, type Finding } from './finding.ts';
import { anySpelling, asTyped, spellOut } from './folded-text.ts';
import { anyWord } from './warnings.ts';

/** Names that are nothing else; an address near an office of one is no appeal. */
const namedParty =
  'भाजपा|बीजेपी|जय समाजवाद|jai samajwad|समाजवादी पार्टी|सपा|बसपा|कांग्रेस|आम आदमी पार्टी|रालोद|अपना दल|bjp|bsp|rld|aap party|samajwadi(?: party)?|congress|apna dal';
const party = `${namedParty}|पार्टी|party`;
const candidate =
  'प्रत्याशी|उम्मीदवार|विधायक|सांसद|नेता ?जी|मुख्यमंत्री|प्रधानमंत्री|candidate|leader|mla|mp|chief minister|prime minister|pratyashi|umm?eedwar|vidhayak|neta ?ji|sansad';
const symbol =
  'कमल|तराजू|तीर[- ]कमान|घड़ी|लालटेन|पंजा|पंजे|साइकिल|हाथी|हाथ|झाड़ू|हैंडपंप|lotus|kamal|(?:bi)?cycle|elephant|haathi|hathi|broom|jhadu|hand ?pump|lantern|bow and arrow|panj[ae]';
/** An order to support: as a statement about people who ask for it, it ends otherwise. */
const support =
  'जिता(?:एँ|एं|इए|ओ)|विजयी बना(?:एँ|एं|इए|ओ)|वोट (?:दें|दीजिए|दो|करें)|समर्थन (?:दें|दीजिए|करें)|साथ (?:दें|दीजिए)|(?:मौका|अवसर) (?:दें|दीजिए)|चंदा (?:दें|दीजिए)|मजबूत करें|चुनें|vote (?:dein|de|do|karein)|jita(?:yein|yen|o|iye)|vijayi bana(?:yein|yen|o)|samarthan (?:dein|karein)|saath dein|mauka dein|chunein';
const gap = '(?:[\\p{L}\\p{M}’-]+,? ){0,6}';
const appeals = [
  `(?:${party}|${candidate})(?: (?:जी|ji))? (?:को|के|का|ko|ke|ka) ${gap}(?:${support})`,
  `(?:${party})(?: की)? (?:सदस्यता लें|से जुड़ें|se judein)`,
  `(?:${symbol}) (?:(?:का|के|की|पर|वाला|वाले|ka|ke|par|wala) ){0,2}(?:निशान (?:का|वाला|पर) )?(?:बटन|button|मो?ु?हर|mohar|muhar|निशान|चुनाव चि(?:ह्न|न्ह))`,
  `(?:बटन|चुनाव चि(?:ह्न|न्ह)) (?:${symbol})`,
  `(?:${party}) (?:चुनें|chunein)|(?:vote|choose) (?:only )?(?:${party})`,
  '(?:vote|वोट)[^.।]{0,20} for us|(?:one more )?chance to our (?:government|party)',
  '(?:चुनाव|मतदान)[^।]{0,40} पर (?:मुहर|मोहर|ठप्पा) लगा(?:एँ|एं|इए)',
  `(?:${symbol}) (?:को|ko) [^.।!?]{0,20}(?:दबा|वोट|dein|dab|vote)[\\p{L}\\p{M}]*|जिताना है`,
  `(?:bring back|re-?elect) (?:our|the) (?:${candidate}|government)|(?:${candidate}) [^.।!?]{0,40}(?:दोबारा|पुनः|फिर) (?:से )?(?:मौका|अवसर|चुन|जिता)[\\p{L}\\p{M}]*|record margin`,
  `(?:${symbol}) (?:खिलाएँ|खिलाएं|चलाएँ|जिताएँ|khilayein|symbol)`,
  'सरकार चुनें|(?:नेता|प्रत्याशी|उम्मीदवार)[^।]{0,10} को आशीर्वाद|गठबंधन को|gathbandhan ko|ruling party|remember (?:him|her|them|us)[^.]{0,12} (?:polling|voting|election) day',
  'भारी मतों से|bhari maton? se',
  '(?:हमारी|फिर से|एक बार) ?(?:हमारी |भाजपा |सपा |बसपा |कांग्रेस )?सरकार बना(?:एँ|एं|इए|ओ)|(?:hamari|phir se) (?:hamari )?sarkar bana(?:yein|yen|o)',
  '(?:उन्हें|उन्हीं को|उनको) (?:फिर )?(?:चुनें|जिताएँ)',
  'वोट फॉर',
  'vote for (?!(?:the |a )?(?:(?:candidate |person )?of your|first time)|democracy|your (?:right|future))[\\p{L}\\p{N}]+',
  `re-?elect|elect (?:a|our|the) (?:[a-z]+ )?(?:government|${candidate})|choose (?:${party})`,
  `(?:support|join|back|donate to|strengthen|choose) (?:our|the|your|my) (?:${party}|${candidate})`,
  `(?:rally|meeting) of (?:our|the) (?:${party})|party fund|make (?:our|the) (?:${candidate}|${party}) win`,
];
const appeal = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${anySpelling(appeals.join('|'))})(?![\\p{L}\\p{M}])`,
  'giu',
);

/** Words of an appeal by kind; two in one sentence make one, whatever is between them. */
const end = '(?![\\p{L}\\p{M}])';
const leaders =
  'modi|yogi(?: ji)?|akhilesh|mayawati|beh?en ?ji|rahul gandhi|priyanka|kejriwal|jayant|mulayam|amit shah|मोदी|योगी जी|अखिलेश|मायावती|बहन ?जी|राहुल गांधी|प्रियंका|केजरीवाल|जयंत|मुलायम|अमित शाह';
const offices =
  'mla|mp|mlc|chief minister|prime minister|minister|pradhan|mayor|corporator|chairman|chairperson|president|विधायक|सांसद|मुख्यमंत्री|प्रधानमंत्री|मंत्री|प्रधान|महापौर|पार्षद|अध्यक्ष|mukhyamantri|pradhan ?mantri|vidhayak|sansad|parshad';
const political = anyWord([
  `(?:${party}|${leaders}|candidates?|leaders?|mla|opposition|alliance|gathbandhan|neta|प्रत्याशी|उम्मीदवार|नेता|विधायक|सांसद|विपक्ष|गठबंधन|निर्दलीय|umm?eedwar|pratyashi)${end}`,
]);
/** Words of voting. */
const voting = anyWord([
  `(?:votes?|voting|ballot|evm|booth|polls?|polling|elections?|vot(?:e|on)|matdan|chunav|button|(?:vidhan|lok) ?sabha|sabhasad|वोट|अमूल्य मत|मतदान|मत|ईवीएम|बटन|बूथ|चुनाव|विधान ?सभा|लोक ?सभा|सभासद|पार्षद|वादे पूरे)${end}`,
]);
/** For whom or against whom, said as a wish or an order. */
const siding = anyWord([
  'zindabad|long live|victory (?:is|to)|jai ho|defeat|vote out|throw out|oust|elect |support|strengthen|bless|teach (?:them|him|her) a lesson|for (?:real )?change|say (?:yes|no) to|thank |son of the soil|victorious|win (?:by|with)|has failed|have failed|next (?:mla|mp)|contribute|in large numbers|punish|seeks? your|membership|become (?:a )?members?|welcome (?:our|the|your)|answer\\b|promis(?:ed|es)|choose (?!your)|betray|cheated|looted|send (?:shri|smt|mr|ms|dr|him|her)\\b|with your vote',
  'ज़िंदाबाद|जिंदाबाद|अमर रहे(?! *शहीद)|विजय हो|जिता|विजयी|सफल बना|हरा(?:एँ|एं|ओ|इए)|सत्ता से|उखाड़|सबक|समर्थन|साथ (?:दें|चलें|आएँ)|हाथ मजबूत|हाथ मज़बूत|आशीर्वाद|बहुमत|भारी संख्या|सदस्य(?:ता)? (?:बन|ल)|स्वागत करें|दोबारा|बदलाव|जवाब दें|(?:को|के पक्ष में)(?: [\\p{L}\\p{M}]{1,20}){0,2} (?:वोट|मत|मतदान) (?:दें|दीजिए|दो|करें|देकर)|याद रख|आकांक्षी|विकास के (?:नाम|लिए) (?:पर )?(?:वोट|मत)|(?:मौका|अवसर) (?:दें|दीजिए|दो)|हमें (?:फिर|चुन|वोट|जिता)|मान बढ़ा|चंदा|मुक्त प्रदेश',
  'jita(?:o|yein|iye)|jeet dila|hara(?:o|yein)|samarthan|saath dein|badlav|bhari (?:sankhya|bahumat)|sadasya|phir se|yaad rakh|aashirwad|awaz ko|vikas ke naam par|hamare pratyashi|(?:ko|ke paksh mein)(?: [a-z]{1,20}){0,2} (?:vote|mat) (?:dein|do|dijiye)',
]);
/** A time of others' rule. */
const eras =
  '(?:previous|earlier|former|past|last|old) (?:governments?|rulers?|regimes?|dispensation)(?! (?:order|servant|employee|id))|(?:before|until) (?:this|the present|our) government|(?:before|since|after) 2017|(?:पहले की|पिछली|पूर्ववर्ती|पुरानी|पूर्व की) सरकार|2017 (?:से|के) (?:पहले|बाद)|(?:गुंडा|माफिया|जंगल) ?राज|(?:g[ou]+nda|mafia|jungle) ?raj|(?:pehle ki|pichhli) sarkar|आशीर्वाद (?:बनाए|दें|दीजिए)|सरकार (?:दोबारा|दुबारा|फिर|ही )|saffron|भगवा|बदलाव (?:की लहर|लाएँ|ज़रूरी)|(?:had|has had) enough of|(?:path|way|road) (?:is )?(?:the )?way forward|stand with (?:development|vikas|change)|विकास (?:के साथ|को चुन)';
/** Complete by themselves. */
const slogans = anyWord([
  eras,
  `(?:ab ?ki|is|iss) baar[^.।!?]{0,30}(?:sarkar|paar${end})|(?:अब ?की|इस) बार[^.।!?]{0,30}(?:सरकार|पार${end})`,
  'को (?:जिता|जितवा)(?:एँ|एं|इए|ओ)|ko jita(?:o|yein|iye)|(?:our|hamari) (?:government|sarkar)(?: [a-z]{1,20}){1,8}\\. [^.]{0,30}more years|(?:five|5) more years|सेवा का (?:एक |फिर |और ){0,3}(?:मौका|अवसर)|बदलो सरकार|badlo sarkar|press (?:the )?(?:first|second|third|fourth|fifth|\\d+(?:st|nd|rd|th)) button|नेतृत्व चुन|(?:बेटे|बेटी|भाई|बहन) को (?:विधान ?सभा|लोक ?सभा|संसद|राजधानी|दिल्ली) (?:भेज|पहुँचा)|double engine|डबल इंजन|(?:fir|phir) (?:se )?wahi sarkar|(?:फिर से|फिर|दोबारा|उनकी|वही) (?:उनकी |हमारी |वही )?सरकार|सरकार (?:बदल|लाएँ|बनाएँ|बनवाएँ|गिरा)|sarkar (?:badl|la(?:yein|o)|bana)|(?:change|bring back|vote out|throw out) (?:this|the|our)(?: [a-z]{1,20})? government',
  `(?:button|बटन|नंबर|number) (?:number |no\\.? ?|नंबर )?(?:\\d+|one|two|three|ek|do|teen|एक|दो|तीन) (?:का |के |ka )?(?:बटन|button|for|dab|दबा)|[\\p{L}\\p{M}\\d]{1,20} नंबर (?:का|के|पर) (?:बटन|मुहर)|(?:right|correct|our) button|सही बटन|[\\p{L}\\p{M}]{1,20} वाला बटन`,
  `(?:को|ko|make)(?: [\\p{L}\\p{M}]{1,20}){0,3} (?:the next )?(?:${offices})(?: (?:again|बना|चुन|banay|bana(?:o|yein|iye)|chun))`,
  `(?:next|your next|our next) (?:${offices})${end}|elect [a-z]{1,20} [a-z]{1,20},|(?:(?:के|ke|of the) )?(?:निशान|nishan|symbol)[^.।!?]{0,40}(?:मतदान|वोट|मत |matdan|vote|याद|yaad|बटन|button|म[ोु]हर|m[ou]har)|(?:म[ोु]हर|ठप्पा|m[ou]har|thappa) (?:यहीं |इसी पर |हमें |yahin |isi par )?(?:लगा(?:एँ|एं|इए|ओ|कर)|laga(?:yein|yen|o|iye|kar))`,
  `(?:re-?)?elect (?:our|your|the same|this|him|her)${end}|(?:election|campaign|party|चुनाव|chunav) (?:fund|chanda|चंदा|कोष)|(?:शत्रु|दुश्मन)[\\p{L}\\p{M}]* को सत्ता|झाड़ू चल|कमल खिल|साइकिल चल(?:ेगी|ाएँ)|हाथी चल`,
]);
/** Words of police about elections and crowds: rules, roads, crimes. */
const orderly = anyWord([
  'road|route|traffic|closed?s?|divert|permission|complain|report|without fear|freely|security|not allowed|prohibit|must|punishable|offence|crime|bribe|jail|protest|dharna|jam\\b|धरन|जाम(?![\\p{L}\\p{M}])|मार्ग|रास्त|यातायात|बंद (?:रह|है)|अनुमति|रोक|वर्जित|दंडनीय|अपराध|निडर|निर्भय|बिना डर|किसी|सूचना|शिकायत|सुरक्षा|शहीद|भर्ती|posing|pretend|impersonat|fake (?!promis)|scan\\b|(?:दल|पार्टी|सरकार|मंत्री)[^।]{0,30} (?:के नाम (?:पर|से)|बनकर)|raast|band rahe|anumati|nidar|bina dar',
]);

/** Symbols are things of every day: an appeal names what becomes of them. */
const symbols = anyWord([`(?:${symbol})${end}`]);
const rises = anyWord([
  `(?:परिवर्तन|विकल्प|विकास|मज(?:़)?बू?त|रफ(?:़)?्तार|निशान|चि(?:ह्न|न्ह)|म[ोु]हर|ठप्पा|खिल|जीत|राज(?:${end})|symbol|nishan|m[ou]har|mazb[ou]o?t|vikalp|parivartan|badlav|jeet|wins?\\b|strong)`,
]);
/** Those who rule, by name of what they are: an office of the state neither praises nor blames them. */
const rulers = anyWord([`(?:governments?|regime|sarkar|satta|सरकार|सत्ता|शासन)${end}`]);
const overthrow = anyWord([
  'corrupt|useless|down with|good ?bye|throw|kick (?:them )?out|overthrow|vote|polling|re-?elect|again to power|alternative|भ्रष्ट|निकम्म|जनविरोधी|जन-विरोधी|उखाड़|गिरा|बदल|विदा|सबक|विकल्प|राष्ट्रवादी|मज(?:़)?बू?त सरकार|bhrasht|nikamm|ukhaad|ukhad|badal|badlo|vida',
]);
/** A party at all, in a sentence that keeps no order: its days, meetings and promises are not told by the police. */
const parties = anyWord([
  `(?:${namedParty}|(?:our|that|the ruling) part(?:y|ies)|part(?:y|ies) (?:workers?|members?|leaders?|foundation)|(?:हमारी|अपनी|इस|सत्ताधारी) पार्टी|(?<!(?:पुलिस|सर्च|बचाव|शादी|विवाह|जन्मदिन|नववर्ष|किटी|साल|की) )पार्टी (?:का|की|के|को|ने|ही)|(?:hamari|apni) party|(?<!(?:police|shaadi|birthday|ki) )party (?:ka|ki|ke|ko|ne)|${leaders})${end}`,
]);
const again = anyWord([
  'elect|again|once more|one more|another (?:term|chance)|(?:second|third|fourth) term|एक मौका और|ek mauka aur|return |दोबारा|दुबारा|फिर|पुनः|चुन|जिता|सेवा का|अवसर मिल|मौका मिल|dobara|phir|jita|chun',
]);
const seats = anyWord([`(?:${offices})${end}`]);
const pressing = anyWord([
  '(?:press|push)[^.]{0,20} button|button[^.।]{0,12} (?:daba|press)|बटन[^.।]{0,12} दबा',
]);
/** Praise of those who rule, or blame of those who did: an office tells what it does itself. */
const inPower = anyWord([
  `(?:${leaders}|(?:chief|prime) minister|cm|pm|(?:state |present |our |this |current )?(?:governments?|sarkar)(?! (?:order|office|servant|employee|id|official|hospital|school|college|website|portal|scheme|exam))|regime|rulers?|मुख्यमंत्री|प्रधानमंत्री|सरकार|सरकारों|शासनकाल|नेता)${end}`,
]);
const praised = anyWord([
  'thanks? (?:to|you)|thankful|grateful|gratitude|hail|leadership|visionary|dynamic|dream|blessings?|gift (?:of|from)|credit|achiev|made (?:it|this|up|our)|alone|only (?:this|our|the present|under)|because of|delivered|transform|golden|historic|crime[- ]free|goons|mafia|fearless|remember|again|continue|another chance|keep (?:up|this|the)|stand with|trust',
  '(?:यशस्वी|कुशल|दूरदर्शी|सशक्त|दृढ़|ओजस्वी|कर्मठ|प्रेरक|लोकप्रिय)|नेतृत्व|आशीर्वाद|आभार|धन्यवाद|कृपा|की देन|सौगात|बदौलत|वजह से|ही संभव|संभव हुआ|सपना|श्रेय|उपलब्धि|ऐतिहासिक|स्वर्णिम|राम ?राज्य|मुक्त हुआ|(?:गुंडा|माफिया|जंगल) ?राज|निडर|दोबारा|दुबारा|ही (?:ज़रूरी|सही)|ने (?:कर )?दिखाया|काम बोलता|विश्वास (?:बनाए|करें)',
  'netritva|aashirwad|dhanyavaad|dhanyawad|ki den|badaulat|wajah se|sambhav hua|gunda ?raj|mafia ?raj|ramrajya|kar dikhaya|kaam bolta|dobara',
]);
const pairsOfAppeal = [
  [inPower, praised],
  [pressing, voting],
  [siding, political],
  [siding, voting],
  [symbols, voting],
  [symbols, rises],
  [rulers, overthrow],
  [again, seats],
  [parties, parties],
] as const;

function pairedAppeal(sentence: string): { found: string; at: number } | null {
  const slogan = slogans.exec(sentence);
  if (slogan) return { found: slogan[0], at: slogan.index };
  if (orderly.test(sentence)) return null;
  for (const [one, other] of pairsOfAppeal) {
    const [first, last] = [one.exec(sentence), other.exec(sentence)].sort(
      (a, b) => (a?.index ?? 0) - (b?.index ?? 0),
    );
    if (!first || !last) continue;
    const found = one === other ? first[0] : `${first[0]} … ${last[0]}`;
    return { found, at: first.index };
  }
  return null;
}

/** Appeals to vote for somebody: no office may send one (section 129 of the Representation of the People Act 1951). */
export function appealFaults(written: string): Finding[] {
  const text = spellOut(written);
  const said = [...text.matchAll(appeal)].map(({ 0: found, index }) => ({ found, at: index }));
  const paired = [...text.matchAll(/[^.।!?॥\n]+/gu)].flatMap(({ 0: sentence, index }) => {
    const made = pairedAppeal(sentence);
    return made ? [{ found: made.found, at: index + made.at }] : [];
  });
  return (said.length > 0 ? said : paired).map(({ found, at }) => {
    const typed = asTyped(written, found, at);
    return error(
      'party-appeal',
      `"${typed}" किसी दल या प्रत्याशी के पक्ष में अपील है; शासकीय संदेश में ऐसी अपील नहीं हो सकती`,
      `"${typed}" appeals for a party or a candidate; no official message may`,
      at,
    );
  });
}
