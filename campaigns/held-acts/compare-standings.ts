import { type BoardLevel, boardLevels } from '../activities/board-level.ts';
import type { Bilingual } from '../bilingual.ts';
import type { ProgressFile } from '../tracker/progress-file.ts';
import { boardLevelNames } from '../words/board-level-words.ts';
import { standingWords } from '../words/effect-words.ts';
import { bandNames } from '../words/score-words.ts';
import type { Change } from './effect.ts';

type Figures = Pick<ProgressFile, 'boards' | 'districts'>;
/** Districts that are named; of the others it is said how many they are. */
const mostNamed = 10;

/** Levels of boards and places of districts that a change moves: beside what it is judged by, as they follow from it. */
export function compareStandings(
  before: Figures,
  after: Figures,
  nameDistrict: (id: string) => Bilingual,
): Change[] {
  const levels = boardLevels.map((level) => ({
    what: nameLevel(level),
    before: before.boards.levels[level],
    after: after.boards.levels[level],
  }));
  const then = new Map(before.districts.map((own) => [own.district, describePlace(own)]));
  const places = after.districts
    .map((own) => {
      const what = standingWords.placeOf(nameDistrict(own.district));
      return { what, before: then.get(own.district) ?? null, after: describePlace(own) };
    })
    .filter((place) => place.before?.en !== place.after?.en);
  return [
    ...levels.filter((level) => level.before !== level.after),
    ...(places.length === 0
      ? []
      : [{ what: standingWords.moved, before: 0, after: places.length }]),
    ...places.slice(0, mostNamed),
  ].map((change) => ({ ...change, aside: true as const }));
}

function nameLevel(level: BoardLevel): Bilingual {
  const { hi, en } = boardLevelNames[level];
  return { hi: `बोर्ड: ${hi}`, en: `Boards: ${en}` };
}

/** Number and band, as the league shows them. */
function describePlace({ score }: Figures['districts'][number]): Bilingual | null {
  if (score?.band == null) return null;
  const { hi, en } = bandNames[score.band];
  const { rank } = score;
  return rank === null ? { hi, en } : { hi: `${rank} · ${hi}`, en: `${rank} · ${en}` };
}
