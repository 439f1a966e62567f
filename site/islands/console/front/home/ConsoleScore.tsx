import { bandNames } from '../../../../../campaigns/words/score-words.ts';
import { bandsMoved } from '../../../../components/progress/bands-moved.ts';
import { Grade } from '../../../../components/progress/DistrictScore.tsx';
import { Moved } from '../../../../components/progress/Moved.tsx';
import { localPath } from '../../../../i18n/language.ts';
import { wordsSide } from '../../../../i18n/own-language.ts';
import { scoreWordsIn } from '../../../../i18n/score-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useProgress } from './use-progress.ts';

/** A district's score, its place and the grade of its data, with the way to its parts; nothing while there is none. */
export function ConsoleScore({ district }: { district: string }) {
  const { language, words } = useConsole(scoreWordsIn);
  const { state } = useProgress();
  // The page is about boards: without figures the score is left out.
  if (state.kind !== 'loaded') return null;
  const file = state.value;
  const score = file.districts.find((entry) => entry.district === district)?.score;
  if (score?.value == null) return null;
  return (
    <p className="own-score">
      <strong>{score.value.toFixed(2)}</strong> {words.of10} ·{' '}
      {score.band != null && bandNames[score.band][wordsSide(language)]}{' '}
      <Moved by={bandsMoved(score)} of="bands" language={language} inWords /> ·{' '}
      <Grade grade={score.quality.grade} language={language} />{' '}
      <a href={localPath(language, `/print/${district}/#score`)}>{words.parts}</a>
    </p>
  );
}
