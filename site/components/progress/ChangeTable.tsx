import type { Change } from '../../../campaigns/tracker/district-ranks.ts';
import { computePoints } from '../../../campaigns/tracker/score-rules.ts';
import type { ScoreRules } from '../../../campaigns/tracker/score-rules-schema.ts';
import { scorePartNames } from '../../../campaigns/words/score-words.ts';
import type { Language } from '../../i18n/language.ts';
import { scoreWordsIn } from '../../i18n/score-words.ts';
import { TableHead } from './TableHead.tsx';

interface Props {
  rules: ScoreRules;
  change: Change;
  language: Language;
}

/** Shows the gain of a district since its own start, part by part. */
export function ChangeTable({ rules, change, language }: Props) {
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
