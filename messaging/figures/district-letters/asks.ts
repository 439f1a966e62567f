import type { DistrictLetterWords } from '../../../campaigns/languages/service/service-words.ts';
import { formatCount } from '../../../campaigns/numbers.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { ScorePart } from '../../../campaigns/tracker/score-parts.ts';
import { computePoints } from '../../../campaigns/tracker/score-rules.ts';
import type { ScoreRules } from '../../../campaigns/tracker/score-rules-schema.ts';

type DistrictFigures = ProgressFile['districts'][number];

type Words = DistrictLetterWords['asks'];

/** The request where a part of the score lacks points; null where the district has done it all. */
const askFor: Record<ScorePart, (figures: DistrictFigures, words: Words) => string | null> = {
  boards({ boards }, words) {
    const left = boards.stations - boards.up;
    if (left > 0) return words.boards(formatCount(left));
    const unproven = boards.up - boards.verified;
    if (unproven > 0) return words.proof(formatCount(unproven));
    const { pictured } = boards.levels;
    return pictured === 0 ? null : words.live(formatCount(pictured));
  },
  scansPerLakh: (_, { scans }) => scans,
  scansPerStation: (_, { scans }) => scans,
  freshness: ({ score }, words) =>
    score?.quality.ageDays == null ? words.start : words.update(formatCount(score.quality.ageDays)),
  directions: (_, { directions }) => directions,
  // Citizens use the app; no one act of the district brings this.
  services: () => null,
};

/** The two asks that would bring the district most points. */
export function findAsks(
  figures: DistrictFigures,
  rules: ScoreRules | undefined,
  words: Words,
): string[] {
  const lacking =
    rules === undefined || figures.score === null
      ? [askFor.boards(figures, words), askFor.freshness(figures, words)]
      : computePoints(rules, figures.score.shares)
          .map(({ part, points, of }) => ({ part, missing: of - points }))
          .filter(({ missing }) => missing >= 0.01)
          .sort((a, b) => b.missing - a.missing)
          .map(({ part }) => askFor[part](figures, words));
  const asks = [...lacking, ...words.keep].filter((ask) => ask !== null);
  return [...new Set(asks)].slice(0, 2);
}
