import { error, type Finding } from './finding.ts';

/** Names that are nothing else; an address near an office of one is no appeal. */
const namedParty =
  'भाजपा|बीजेपी|जय समाजवाद|jai samajwad|समाजवादी पार्टी|सपा|बसपा|कांग्रेस|आम आदमी पार्टी|रालोद|अपना दल|bjp|bsp|rld|aap party|samajwadi(?: party)?|congress|apna dal';
const party = `${namedParty}|पार्टी|party`;
const candidate =
  'प्रत्याशी|उम्मीदवार|विधायक|सांसद|नेता ?जी|मुख्यमंत्री|प्रधानमंत्री|candidate|leader|mla|mp|chief minister|prime minister|pratyashi|umm?eedwar|vidhayak|neta ?ji|sansad';
const symbol =
  'कमल|तीर[- ]कमान|घड़ी|लालटेन|पंजा|पंजे|साइकिल|हाथी|हाथ|झाड़ू|हैंडपंप|lotus|kamal|(?:bi)?cycle|elephant|haathi|hathi|broom|jhadu|hand ?pump|lantern|bow and arrow';
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
  `(?:${namedParty})(?! (?:nagar|नगर|road|रोड|office|कार्यालय|भवन|(?:की|के|का|ki|ke|ka) (?:रैली|जुलूस|सभा|कार्यालय|rally|sabha)))`,
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
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${appeals.join('|').normalize('NFC')})(?![\\p{L}\\p{M}])`,
  'giu',
);

/** Appeals to vote for somebody: no office may send one (section 129 of the Representation of the People Act 1951). */
export function appealFaults(text: string): Finding[] {
  return [...text.matchAll(appeal)].map(({ 0: found, index }) =>
    error(
      'party-appeal',
      `"${found}" किसी दल या प्रत्याशी के पक्ष में अपील है; शासकीय संदेश में ऐसी अपील नहीं हो सकती`,
      `"${found}" appeals for a party or a candidate; no official message may`,
      index,
    ),
  );
}
