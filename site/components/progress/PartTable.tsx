import type { Change } from '../../../campaigns/tracker/district-ranks.ts';
import { computePoints, type PartShares } from '../../../campaigns/tracker/score-rules.ts';
import type { ScoreRules } from '../../../campaigns/tracker/score-rules-schema.ts';
import { scorePartNames } from '../../../campaigns/words/score-words.ts';
import type { Language } from '../../i18n/language.ts';
import { scoreWordsIn } from '../../i18n/score-words.ts';
import { TableHead } from './TableHead.tsx';

interface Props {
  rules: ScoreRules;
  shares: PartShares;
  value: number;
  language: Language;
}

/** How a score adds up: each part's share of its full marks, and its points. What has no weight shows where it is known. */
export function PartTable({ rules, shares, value, language }: Props) {
  const words = scoreWordsIn(language);
  const shown = computePoints(rules, shares).filter(
    ({ part, share }) => share !== null || rules.weights[part] > 0,
  );
  return (
    <table className="score-parts">
      <caption className="sr-only">{words.parts}</caption>
      <thead>
        <tr>
          <th scope="col">{words.part}</th>
          <th scope="col" className="share">
            {words.reached}
          </th>
          <th scope="col" className="number">
            {words.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ part, share, points, of }) => (
          <tr key={part}>
            <th scope="row">{scorePartNames[part][language]}</th>
            {share === null ? (
              <td colSpan={2} className="detail">
                {words.notCounted}
              </td>
            ) : (
              <>
                <td className="share">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="done" width={share * 100} height="10" />
                  </svg>
                  <span>{(share * 100).toFixed(1)}%</span>
                </td>
                <td className="number">
                  {points.toFixed(2)} <span className="detail">/ {of.toFixed(2)}</span>
                </td>
              </>
            )}
          </tr>
        ))}
        <tr className="state">
          <th scope="row">{words.page.sum}</th>
          <td className="share" />
          <td className="number">
            {value.toFixed(2)} <span className="detail">/ 10</span>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

interface ChangeProps {
  rules: ScoreRules;
  change: Change;
  language: Language;
}

/** Shows the gain of a district since its own start, part by part. */
export function ChangeTable({ rules, change, language }: ChangeProps) {
  const words = scoreWordsIn(language);
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  const parts = computePoints(rules, change.shares);
  return (
    <details className="change-parts">
      <summary>{words.changeParts}</summary>
      <table>
        <TableHead texts={[words.part]} numbers={[words.atStart, words.now, words.gained]} />
        <tbody>
          {parts.map(({ part, share, of }) => {
            if (share === null) return null;
            const start = change.start[part] ?? 0;
            return (
              <tr key={part}>
                <th scope="row">{scorePartNames[part][language]}</th>
                <td className="number">{percent(start)}</td>
                <td className="number">{percent(share)}</td>
                <td className="number">{(of * (share - start)).toFixed(2)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
