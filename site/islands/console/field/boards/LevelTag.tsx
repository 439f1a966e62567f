import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import {
  boardLevelMeanings,
  boardLevelNames,
  boardNotThere,
} from '../../../../../campaigns/words/board-level-words.ts';
import { boardLevelWordsIn } from '../../../../i18n/board-level-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';

type Level = StationCheck['level'];

/** How much is known of a board. */
export function LevelTag({ level }: { level: Level }) {
  const { language } = useConsole();
  return level === null ? (
    <span className="level not-there">{boardNotThere[language]}</span>
  ) : (
    <span className={`level ${level}`}>{boardLevelNames[level][language]}</span>
  );
}

/** The same with what it means. */
export function LevelMeaning({ level }: { level: NonNullable<Level> }) {
  const { language } = useConsole();
  return (
    <p className="detail">
      {boardLevelMeanings[level][language]}{' '}
      <a href={`${localPath(language, '/progress/score/')}#levels`}>
        {boardLevelWordsIn(language).limits}
      </a>
    </p>
  );
}
