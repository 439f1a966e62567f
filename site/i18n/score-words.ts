import type {
  Band,
  DataGrade,
  NoRankReason,
  ScorePart,
} from '../../campaigns/tracker/score-parts.ts';
import type { Pair } from '../../campaigns/words/pairs.ts';
import { inEachLanguage } from './own-language.ts';

const irregular: Readonly<Record<string, string>> = {
  '1': 'पहला',
  '2': 'दूसरा',
  '3': 'तीसरा',
  '4': 'चौथा',
  '6': 'छठा',
};

/** A place in an order as one says it aloud: पहला, 65वाँ. */
function hindiOrdinal(rank: string): string {
  return irregular[rank] ?? `${rank}वाँ`;
}

export const scoreWordsIn = inEachLanguage({
  score: ['अंक', 'Score'],
  gain: ['बढ़त', 'Gain'],
  of10: ['अंक (10 में से)', 'points of 10'],
  grade: ['आँकड़ों की श्रेणी', 'Grade of the data'],
  gradeNone: ['आँकड़ा नहीं', 'no data'],
  gradeNames: {
    A: ['A', 'A'],
    B: ['B', 'B'],
    C: ['C', 'C'],
    D: ['D', 'D'],
  } satisfies Record<DataGrade, Pair>,
  perLakh: ['प्रति लाख', 'Per lakh'],
  leagueNote: [
    'क्रम: अपने आरंभ से जाँचे हुए काम की बढ़त। पट्टी संयोग का अंतराल है, खड़ी रेखा सबका मध्य। जिसका पूरा अंतराल मध्य से ऊपर है वह आगे, जिसका नीचे है वह पीछे; शेष औरों के साथ। स्थान की संख्या वहीं है जहाँ अंतराल किसी और से नहीं मिलता। ▲▼ एक सप्ताह पहले के समूह से। अक्षर आँकड़ों की श्रेणी है। प्रति थाना और प्रति लाख जनसंख्या (2011) स्कैन करने वालों से।',
    'Order: points gained since the own start by checked work. The bar is the interval of chance, the upright line the middle of all. Ahead is whose whole interval lies above the middle, behind whose lies below it; the rest are with the others. A number stands only where the interval touches no other. ▲▼ against the band a week ago. The letter is the grade of the data. Per station and per lakh of people (2011) are of visitors.',
  ],
  howItIsMade: ['अंक कैसे बनते हैं', 'How the score is made'],
  noScores: [
    'अंक तब से दिखेंगे जब किसी जनपद से पहली प्रविष्टि या पहला स्कैन आएगा।',
    'Scores will stand here once a district has made its first entry, or a code was scanned.',
  ],
  place: ['स्थान', 'Place'],
  placeOf: (rank: string, of: string) => [
    `${of} जनपदों में ${hindiOrdinal(rank)} स्थान`,
    `Place ${rank} of ${of} districts`,
  ],
  bandText: {
    ahead: (of: string) => [
      `${of} जनपदों में आगे: पूरा अंतराल सबके मध्य से ऊपर है।`,
      `Ahead among ${of} districts: its whole interval lies above the middle of all.`,
    ],
    with: (of: string) => [
      `${of} जनपदों में औरों के साथ: अंतराल में सबका मध्य आता है।`,
      `With the others of ${of} districts: the middle of all lies in its interval.`,
    ],
    behind: (of: string) => [
      `${of} जनपदों में पीछे: पूरा अंतराल सबके मध्य से नीचे है।`,
      `Behind among ${of} districts: its whole interval lies below the middle of all.`,
    ],
  } satisfies Record<Band, (of: string) => Pair>,
  /** Of the gain, for a reader who does not see its bar. */
  interval: (low: string, high: string) => [
    `संयोग सहित ${low} से ${high}`,
    `by chance ${low} to ${high}`,
  ],
  /** Why a district has no place; `least` is what it fell short of. */
  noRank: {
    'few-boards': (least: string) => [
      `स्थान नहीं: मौके की फ़ोटो वाले या देखे गए बोर्ड ${least} से कम हैं।`,
      `No place: fewer than ${least} boards with a live picture or seen.`,
    ],
    'few-visits': (least: string) => [
      `स्थान नहीं: अभी ${least} से कम लोगों ने स्कैन किया है।`,
      `No place: fewer than ${least} visitors yet.`,
    ],
    'full-start': (least: string) => [
      `स्थान नहीं: आरंभ में ही बढ़ने को ${least} अंक से कम बचा था।`,
      `No place: the start left less than ${least} points to gain.`,
    ],
  } satisfies Record<NoRankReason, (least: string) => Pair>,
  change: (day: string) => [`${day} से बढ़त`, `Gained since ${day}`],
  changeText: (points: string, low: string, high: string) => [
    `${points} अंक (संयोग सहित ${low} से ${high})`,
    `${points} points (by chance ${low} to ${high})`,
  ],
  changeParts: ['बढ़त के भाग', 'Parts of the gain'],
  atStart: ['आरंभ में', 'At the start'],
  now: ['अब', 'Now'],
  gained: ['बढ़त', 'Gained'],
  parts: ['अंक के भाग', 'Parts of the score'],
  part: ['भाग', 'Part'],
  reached: ['कितना हुआ', 'Reached'],
  points: ['अंक', 'Points'],
  notCounted: ['गणना में नहीं', 'not counted'],
  /** Names the parts that give their weight to the others in this district. */
  redistributed: (parts: string) => [
    `गणना में नहीं: ${parts}। इसका भार शेष भागों में उनके अनुपात से बँटा है।`,
    `Not counted: ${parts}. Its weight falls to the other parts in their proportion.`,
  ],
  like: ['समान आकार के जनपदों में', 'Among districts of like size'],
  likeBand: {
    ahead: (of: string) => [`${of} में बढ़त में आगे`, `ahead in the gain of ${of}`],
    with: (of: string) => [`${of} में बढ़त में औरों के साथ`, `with the others in the gain of ${of}`],
    behind: (of: string) => [`${of} में बढ़त में पीछे`, `behind in the gain of ${of}`],
  } satisfies Record<Band, (of: string) => Pair>,
  likeUnknown: [
    'जनसंख्या ज्ञात नहीं, इसलिए तुलना नहीं।',
    'The population is not known, so there is no comparison.',
  ],
  likeMedian: (median: string) => [
    `लगभग इतनी ही जनसंख्या के जनपदों का मध्य अंक ${median} है`,
    `The middle of the scores of districts of about the same population is ${median}`,
  ],
  likeList: ['तुलना के जनपद', 'Districts compared'],
  population: ['जनसंख्या (जनगणना 2011)', 'Population (Census of 2011)'],
  populationUnknown: ['ज्ञात नहीं', 'not known'],
  quality: ['आँकड़ों की श्रेणी', 'Grade of the data'],
  age: (days: string) => [
    days === '0' ? 'अंतिम प्रविष्टि आज की' : `अंतिम प्रविष्टि ${days} दिन पहले की`,
    days === '0'
      ? 'latest entry is of today'
      : `latest entry ${days} day${days === '1' ? '' : 's'} ago`,
  ],
  ageNone: ['अभी कोई प्रविष्टि नहीं', 'nothing entered yet'],
  proof: (share: string) => [
    `लगे बोर्डों में ${share} फ़ोटो से प्रमाणित`,
    `${share} of the boards that stand proven by photo`,
  ],
  proofNone: [
    'अभी कोई बोर्ड नहीं, फ़ोटो-प्रमाण नहीं आँका गया',
    'no board yet, so photo proof is not graded',
  ],
  weeks: (entered: string, of: string) => [
    `पिछले ${of} सप्ताह में से ${entered} में प्रविष्टि`,
    `entries in ${entered} of the last ${of} weeks`,
  ],
  districtHeading: ['जनपद के अंक', 'Score of the district'],
  wholeLeague: ['सभी जनपदों की सूची', 'All districts in order'],
  page: {
    title: ['जनपद के अंक कैसे बनते हैं', 'How a district’s score is made'],
    lead: [
      'हर जनपद को 10 में से अंक मिलते हैं। भार, सूत्र और जनसंख्या यहाँ पूरी लिखी हैं: कोई भी अंक स्वयं जोड़कर जाँच सकता है।',
      'Each district has a score out of 10. Weights, formula and populations stand here in full, so that anybody can add up a score and check it.',
    ],
    weights: ['भाग और भार', 'Parts and weights'],
    weight: ['भार', 'Weight'],
    counts: ['पूरे अंक कब', 'Full marks when'],
    weightNote: [
      'भार इस टूलकिट का प्रस्ताव हैं; किसी पत्र या कार्यवृत्त में इनका उल्लेख नहीं है। मुख्यालय इन्हें बदल सकता है।',
      'The weights are this toolkit’s proposal; no letter or minutes state any. Headquarters may change them.',
    ],
    /** Of a part with the weight 0. */
    noWeight: [
      'मुख्यालय भार तय न करे, तब तक यह अंक में कुछ नहीं जोड़ता।',
      'It adds nothing to the score until headquarters gives it a weight.',
    ],
    meanings: {
      boards: () => [
        'जहाँ बोर्ड लगना है, हर उस थाने का बोर्ड देखा गया हो। जिसके बारे में कम ज्ञात है, वह कम गिना जाता है (नीचे)।',
        'Every station that is to have a board has one that was seen. A board of which less is known counts less (below).',
      ],
      scansPerLakh: (days: string, quantile: string) => [
        `पिछले ${days} दिन में स्कैन करने वाले लोग ÷ जनसंख्या के लाख। जहाँ स्कैन हुए, उनमें नीचे से ${quantile} की दर पर पूरे अंक; उससे कम पर अनुपात में।`,
        `Visitors of the last ${days} days ÷ lakhs of people. Full marks at the rate that stands ${quantile} of the way up among the districts with any scans; in proportion below it.`,
      ],
      scansPerStation: (days: string) => [
        `पिछले ${days} दिन में स्कैन करने वाले लोग ÷ वे थाने जिन पर बोर्ड लगना है। पूरे अंक का नियम वही।`,
        `Visitors of the last ${days} days ÷ stations that are to have a board. Full marks by the same rule.`,
      ],
      freshness: (_days: string, _quantile: string, fresh: string, stale: string) => [
        `जनपद की अंतिम प्रविष्टि ${fresh} दिन के भीतर की हो। ${stale} दिन पुरानी होने पर शून्य; बीच में बराबर घटता है।`,
        `The district’s latest entry is no older than ${fresh} days. Nothing at ${stale} days; evenly between.`,
      ],
      directions: () => [
        'देय निर्देशों में से जितनों का उत्तर दिया गया। जहाँ कोई निर्देश देय नहीं, वहाँ यह भाग गिना नहीं जाता। इसका भार शेष भागों में बँटता है।',
        'Directions answered of those that were due. Where none was due, this part is not counted and its weight falls to the others.',
      ],
      services: (days: string) => [
        `पिछले ${days} दिन में ऐप पर हुई सेवाएँ ÷ जनसंख्या के लाख, ऐप के कार्यालय की फ़ाइल से। पूरे अंक का नियम वही। जिस जनपद का आँकड़ा फ़ाइल में नहीं, वहाँ नहीं गिना जाता। स्थान में कभी नहीं गिना जाता।`,
        `What the app did in the last ${days} days ÷ lakhs of people, by the file of its back office. Full marks by the same rule. Not counted where the file does not tell of the district, and never in the place.`,
      ],
    } satisfies Record<
      ScorePart,
      (days: string, quantile: string, fresh: string, stale: string) => Pair
    >,
    fair: ['कोई भार ऐसा नहीं जिसे जनपद पा ही न सके', 'No weight that a district could not reach'],
    fairText: [
      [
        'हर भाग उतने से भाग दिया जाता है जितना जनपद कर सकता था: केवल वे थाने जिन पर बोर्ड लगना है (साइबर क्राइम थाने नहीं); केवल वे निर्देश जो देय थे।',
        'Each part is divided by what the district could have done: only stations that are to have a board (not the cyber-crime stations), only directions that were due.',
      ],
      [
        'जो भाग गिना ही नहीं जा सकता, उसका भार शेष भागों में बँटता है। यह लिखा रहता है।',
        'A part that cannot be counted in a district gives its weight to the others in their proportion, and the page says so.',
      ],
      [
        'मुख्यालय से भेजे गए एसएमएस और कॉल किसी जनपद की प्रविष्टि नहीं माने जाते।',
        'SMS and calls sent by headquarters are no entries of a district.',
      ],
    ],
    formula: ['सूत्र', 'Formula'],
    formulaText: [
      [
        'अंक = 10 × Σ (भार × हिस्सा) ÷ Σ (गिने गए भागों के भार)। हिस्सा 0 से 1 के बीच, प्रतिशत के दसवें तक पूर्णांकित; अंक दो दशमलव तक। भागों के अंक दो दशमलव पर दिखते हैं। उनके योग में 0.01 का अंतर हो सकता है।',
        'Score = 10 × Σ (weight × share) ÷ Σ (weights of the parts that count). A share is 0 to 1, rounded to a tenth of a per cent; the score to two decimals. Points are shown to two decimals as well, so that their sum may seem 0.01 off.',
      ],
      [
        '▲▼ के लिए सात दिन पहले तक की प्रविष्टियों से सब कुछ दोबारा जोड़ा जाता है; बाद में हुई जाँच उसमें भी मानी जाती है।',
        'For ▲▼ the score is calculated again from the entries for the days up to a week ago; what was checked since counts there too.',
      ],
    ],
    rankTitle: ['स्थान कैसे तय होता है', 'How the place is found'],
    rankText: ({
      day,
      levels,
      boards,
      visits,
      room,
      days,
    }: {
      day: string;
      levels: string;
      boards: string;
      visits: string;
      room: string;
      days: string;
    }) => [
      [
        `स्थान बढ़त से तय होता है: ${day} के अपने आरंभ से जनपद के कितने अंक बढ़े। आरंभ के हिस्से उसी दिन लिखकर रखे गए हैं; बाद की कोई प्रविष्टि या वापसी उन्हें नहीं बदलती। जिसका आरंभ अलग से नहीं लिखा, वह शून्य से चला।`,
        `The place is by what was gained: how many points a district has more than at its own start on ${day}. The parts at the start were written down on that day, and nothing entered or withdrawn later moves them. A district whose start is not named began with nothing.`,
      ],
      [
        `बढ़त में केवल जाँचा हुआ काम गिना जाता है: बोर्ड (${levels}), स्कैन करने वाले लोग और स्वीकार किए गए निर्देश। प्रविष्टि की ताज़गी और ऐप की सेवाएँ नहीं गिनी जातीं।`,
        `Only checked work counts in it: boards (${levels}), visitors, and directions that were accepted. The freshness of entries and the services of the app do not.`,
      ],
      [
        'स्कैन में संयोग भी होता है, इसलिए बढ़त के साथ 95% का अंतराल लिखा है (सात-सात दिन के खंडों का बूटस्ट्रैप, सभी जनपदों के दिनों से)। जिसका पूरा अंतराल सभी बढ़तों के मध्य से ऊपर हो वह आगे, जिसका नीचे हो वह पीछे; शेष औरों के साथ। स्थान की संख्या तभी लिखी जाती है जब अंतराल किसी और जनपद के अंतराल को न छुए।',
        'There is chance in scans, so the gain has an interval of 95% (a bootstrap in blocks of seven days, drawn from the days of all districts). A district is ahead when its whole interval lies above the middle of all gains, behind when it lies below, and else with the others. A number is given only where its interval touches that of no other district.',
      ],
      [
        `स्थान नहीं दिया जाता, जब ऐसे बोर्ड ${boards} से कम हों (जहाँ थाने ही कम हैं, वहाँ सभी से कम), पिछले ${days} दिनों में ${visits} से कम लोगों ने स्कैन किया हो, या आरंभ में बढ़ने को ${room} अंक से कम बचा हो।`,
        `There is no place on fewer than ${boards} such boards (or all, where there are fewer stations), on fewer than ${visits} visitors in the last ${days} days, or where the start left less than ${room} points to gain.`,
      ],
    ],
    peopleTitle: ['कौन-से स्कैन गिने जाते हैं', 'Which scans count'],
    peopleText: (times: string) => [
      [
        'गिनती नेटवर्क से होती है: एक नेटवर्क (IPv4 /24, IPv6 /48) एक जनपद में दिन में एक ही बार गिना जाता है, चाहे जितने फ़ोन, कोड या स्कैन हों। मोबाइल कंपनी के एक नेटवर्क के बहुत-से लोग भी एक गिने जाते हैं; यह हर जनपद में समान है।',
        'Networks are counted: one (IPv4 /24, IPv6 /48) counts once a day in a district, whatever its phones, codes and scans. Many people behind one network of a phone company are one, in every district alike.',
      ],
      [
        'थाने के बोर्ड का कोड तभी गिना जाता है, जब वह बोर्ड दर्ज हो और निरीक्षण में अनुपस्थित न मिला हो।',
        'The code of a station’s board counts once that board was entered, and unless an inspection did not find it.',
      ],
      [
        'साइन-इन किए हुए अधिकारी के स्कैन नहीं गिने जाते। बोर्ड के निरीक्षण से एक मिनट पहले या बाद के स्कैन भी नहीं।',
        'Scans of officers who are signed in do not count, nor do scans within a minute of an inspection of the board.',
      ],
      [
        `एक कोड का एक दिन अधिक से अधिक उतना गिना जाता है, जितना सभी कोडों के मध्य दिन का ${times} गुना है।`,
        `A code’s day counts for no more than ${times} times the middle of the days of all codes.`,
      ],
      [
        'जिसके पास हर दिन दर्जनों नेटवर्क हों, उसे प्रोग्राम जनता से अलग नहीं पहचान सकता।',
        'Whoever has dozens of networks each day cannot be told from the public by a program.',
      ],
    ],
    example: (district: string) => [`उदाहरण: ${district}`, `Example: ${district}`],
    sum: ['योग', 'Sum'],
    gradeTitle: ['आँकड़ों की श्रेणी', 'Grade of the data'],
    gradeText: [
      [
        'श्रेणी अंक में नहीं जुड़ती। वह बताती है कि अंक पर कितना भरोसा किया जाए: प्रविष्टि कितनी ताज़ी है; लगे बोर्डों में कितने फ़ोटो से प्रमाणित हैं; पिछले चार सप्ताह में से कितनों में प्रविष्टि आई। तीनों का औसत:',
        'The grade is no part of the score. It tells how far to trust it: how fresh the entries are, how many of the boards that stand a photo proves, and in how many of the last four weeks there was an entry. The mean of the three:',
      ],
    ],
    gradeRow: (grade: string, from: string) => [
      `${grade}: औसत ${from} या अधिक`,
      `${grade}: mean of ${from} or more`,
    ],
    gradeLast: ['D: इससे कम', 'D: less'],
    likeTitle: ['समान आकार के जनपद', 'Districts of like size'],
    likeText: (count: string) => [
      `हर जनपद की तुलना जनसंख्या में निकटतम ${count} जनपदों से होती है, स्वयं मिलाकर। बड़ा या छोटा होना लाभ नहीं देता। निकटता अनुपात से नापी जाती है।`,
      `Each district is compared with the ${count} nearest to it in population (itself among them), so that being large or small is no advantage. Nearness is measured by ratio.`,
    ],
    populationTitle: ['जनसंख्या', 'Population'],
    populationText: (state: string) => [
      `भारत की जनगणना 2011 की। सभी जनपदों का योग ${state} है, जो प्रदेश के योग के बराबर है। इसे आगे बढ़ाकर अनुमानित नहीं किया गया।`,
      `Of the Census of India 2011. All districts add up to ${state}, which is the state’s total. Nothing is carried forward or estimated.`,
    ],
    regrouped: ['पुनर्गठित, जाँचें', 'regrouped, to be checked'],
    source: ['स्रोत', 'Source'],
    back: ['प्रगति पर लौटें', 'Back to progress'],
  },
});
