import type { DrawCount } from '../../../campaigns/activities/board-draw.ts';
import { boardLevels, type LevelCounts } from '../../../campaigns/activities/board-level.ts';
import {
  boardLevelLimits,
  boardLevelMeanings,
  boardLevelNames,
} from '../../../campaigns/words/board-level-words.ts';
import { boardLevelWordsIn } from '../../i18n/board-level-words.ts';
import { formatNumber } from '../../i18n/format.ts';
import { type Language, localPath } from '../../i18n/language.ts';
import { wordsSide } from '../../i18n/own-language.ts';
import { TableHead } from './TableHead.tsx';

/** From the level that says most. */
const shown = boardLevels.toReversed();

interface LevelsProps {
  language: Language;
  /** Left out where the page is about the rule alone. */
  counts?: LevelCounts;
  /** Worth of a board in the score; left out in a campaign that has none. */
  weights?: LevelCounts | undefined;
}

/** The levels with their meaning, how many boards are at each, and what none of them can rule out. */
export function BoardLevels({ language, counts, weights }: LevelsProps) {
  const words = boardLevelWordsIn(language);
  const side = wordsSide(language);
  return (
    <>
      <table className="levels">
        <TableHead
          texts={[words.level]}
          numbers={[counts !== undefined && words.boards, weights !== undefined && words.weight]}
        />
        <tbody>
          {shown.map((level) => (
            <tr key={level}>
              <th scope="row">
                <span className={`level ${level}`}>{boardLevelNames[level][side]}</span>
                <span className="detail">{boardLevelMeanings[level][side]}</span>
              </th>
              {counts !== undefined && (
                <td className="number">{formatNumber(counts[level], language)}</td>
              )}
              {weights !== undefined && <td className="number">{weights[level]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{words.limits}</summary>
        <ul className="level-limits">
          {boardLevelLimits.map((limit) => (
            <li key={limit.en}>{limit[side]}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** The same of one district in a line. */
export function LevelLine({ counts, language }: { counts: LevelCounts; language: Language }) {
  const side = wordsSide(language);
  return (
    <ul className="plain level-line">
      {shown.map((level) => (
        <li key={level}>
          <span className={`level ${level}`}>{boardLevelNames[level][side]}</span>{' '}
          {formatNumber(counts[level], language)}
        </li>
      ))}
    </ul>
  );
}

/** Outcome of the draws of a district's boards; nothing while none was drawn. */
export function DrawLine({ draw, language }: { draw: DrawCount; language: Language }) {
  const { drawn, looked, missing } = draw;
  if (drawn === 0) return null;
  const words = boardLevelWordsIn(language);
  const number = (value: number) => formatNumber(value, language);
  return (
    <p className="draw-line">
      {looked === 0
        ? words.drawnUnseen(number(drawn))
        : words.drawnFound(number(drawn), number(looked), number(missing))}{' '}
      <a href={`${localPath(language, '/progress/score/')}#draw`}>{words.drawHow}</a>
    </p>
  );
}
