import { Grade } from '../../../../components/progress/DistrictScore.tsx';
import { Moved } from '../../../../components/progress/Moved.tsx';
import { formatNumber } from '../../../../i18n/format.ts';
import { localPath } from '../../../../i18n/language.ts';
import { scoreWordsIn } from '../../../../i18n/score-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useProgress } from './use-progress.ts';

/** A district's score, its place and the grade of its data, with the way to its parts; nothing while there is none. */
export function ConsoleScore({ district }: { district: string }) {
  const { language } = useConsole();
  const words = scoreWordsIn(language);
  const { state } = useProgress();
  // The page is about boards: without figures the score is left out.
  if (state.kind !== 'loaded') return null;
  const file = state.value;
  const score = file.districts.find((entry) => entry.district === district)?.score;
  if (score?.value == null) return null;
  const of = file.districts.filter((entry) => entry.score?.rank != null).length;
  const number = (value: number) => formatNumber(value, language);
  return (
    <p className="own-score">
      <strong>{score.value.toFixed(2)}</strong> {words.of10} ·{' '}
      {score.rank !== null && words.placeOf(number(score.rank), number(of))}{' '}
      <Moved
        by={score.before === null || score.rank === null ? null : score.before - score.rank}
        language={language}
        inWords
      />{' '}
      · <Grade grade={score.quality.grade} language={language} />{' '}
      <a href={localPath(language, `/print/${district}/#score`)}>{words.parts}</a>
    </p>
  );
}
