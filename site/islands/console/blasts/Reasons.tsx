import { formatNumber } from '../../../i18n/format.ts';
import { providerCode } from '../../../i18n/provider-codes.ts';
import { useConsole } from '../console-context.ts';
import type { CodeCount } from './blast-answers.ts';
import { useBlastWords } from './use-blast-words.ts';

const shown: readonly CodeCount['status'][] = ['failed', 'undelivered', 'unknown', 'skipped'];

/** Why messages failed: the provider's code with its words, the most frequent first. */
export function Reasons({ counts }: { counts: readonly CodeCount[] }) {
  const { language } = useConsole();
  const words = useBlastWords();
  const byCode = new Map<string, number>();
  for (const { status, code, recipients } of counts) {
    if (shown.includes(status)) byCode.set(code, (byCode.get(code) ?? 0) + recipients);
  }
  if (byCode.size === 0) return null;
  const rows = [...byCode].toSorted(([, left], [, right]) => right - left);
  return (
    <table className="figures-table">
      <caption>{words.codes.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.codes.code}</th>
          <th scope="col" className="words">
            {words.codes.reason}
          </th>
          <th scope="col">{words.codes.count}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([code, recipients]) => (
          <tr key={code}>
            <th scope="row">{code}</th>
            <td className="words">{providerCode(code, language) ?? words.codes.unlisted}</td>
            <td>{formatNumber(recipients, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
