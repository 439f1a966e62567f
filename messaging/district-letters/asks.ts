import { formatCount } from '../../campaigns/numbers.ts';
import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import { pointsOf, type ScorePart, type ScoreRules } from '../../campaigns/tracker/score-rules.ts';

type Own = ProgressFile['districts'][number];

/** What is asked where a part of the score lacks points; null where the district has done it all. */
const askFor: Record<ScorePart, (own: Own) => string | null> = {
  boards({ boards }) {
    const left = boards.stations - boards.up;
    if (left > 0) {
      return `शेष ${formatCount(left)} थानों पर बोर्ड लगवाकर फोटो सहित प्रविष्टि करायी जाये।`;
    }
    const unproven = boards.up - boards.verified;
    return unproven === 0
      ? null
      : `लगे हुए ${formatCount(unproven)} बोर्डों की स्पष्ट फोटो अपलोड कराकर सत्यापन पूर्ण कराया जाये।`;
  },
  scansPerLakh: () => scanAsk,
  scansPerStation: () => scanAsk,
  freshness: ({ score }) =>
    score?.quality.ageDays == null
      ? 'अभियान के कार्यों की प्रविष्टि आरम्भ करायी जाये और प्रत्येक सप्ताह अद्यतन रखी जाये।'
      : `अभियान की प्रविष्टियाँ प्रत्येक सप्ताह अद्यतन करायी जायें; अन्तिम प्रविष्टि ${formatCount(score.quality.ageDays)} दिन पूर्व की है।`,
  directions: () => 'लम्बित निर्देशों की अनुपालन आख्या भेजी जाये।',
};
const scanAsk =
  'थाने पर आने वाले नागरिकों को बोर्ड या पम्पलेट का क्यूआर कोड स्कैन कराकर ऐप इंस्टॉल कराने हेतु थाना प्रभारियों को निर्देशित किया जाये।';

/** Where nothing lacks: what keeps it so. */
const keepAsks = [
  'लगे हुए बोर्डों की दशा नियमित रूप से देखी जाती रहे; फटे या हटे बोर्ड की सूचना तत्काल दी जाये।',
  'अभियान की प्रविष्टियाँ प्रत्येक सप्ताह अद्यतन रखी जायें।',
];

/** The two asks that would bring the district most points. */
export function asksOf(own: Own, rules: ScoreRules | undefined): string[] {
  const lacking =
    rules === undefined || own.score === null
      ? [askFor.boards(own), askFor.freshness(own)]
      : pointsOf(rules, own.score.shares)
          .map(({ part, points, of }) => ({ part, missing: of - points }))
          .filter(({ missing }) => missing >= 0.01)
          .sort((a, b) => b.missing - a.missing)
          .map(({ part }) => askFor[part](own));
  const asks = [...lacking, ...keepAsks].filter((ask) => ask !== null);
  return [...new Set(asks)].slice(0, 2);
}
