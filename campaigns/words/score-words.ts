import type { Band, ScorePart } from '../tracker/score-parts.ts';

/** Bands of the league, on the pages and in the console. */
export const bandNames: Readonly<Record<Band, { hi: string; en: string }>> = {
  ahead: { hi: 'आगे', en: 'Ahead' },
  with: { hi: 'औरों के साथ', en: 'With the others' },
  behind: { hi: 'पीछे', en: 'Behind' },
};

/** Names of the parts of a district's score, on the pages and in letters. */
export const scorePartNames: Readonly<Record<ScorePart, { hi: string; en: string }>> = {
  boards: { hi: 'थानों पर बोर्ड', en: 'Boards at stations' },
  scansPerLakh: { hi: 'स्कैन करने वाले, प्रति लाख जनसंख्या', en: 'Visitors per lakh of people' },
  scansPerStation: { hi: 'स्कैन करने वाले, प्रति थाना', en: 'Visitors per station' },
  freshness: { hi: 'प्रविष्टि की ताज़गी', en: 'Freshness of entries' },
  directions: { hi: 'निर्देशों का अनुपालन', en: 'Directions answered' },
  services: { hi: 'ऐप की सेवाएँ प्रति लाख जनसंख्या', en: 'Services of the app per lakh of people' },
};
