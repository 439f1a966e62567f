import { failureAdvice } from '../../../../../campaigns/words/failure-advice.ts';
import { providerCode } from '../../../../../campaigns/words/provider-codes.ts';
import type { CodeCount } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useBlastWords } from './use-blast-words.ts';

/** Uncertain messages have no final code yet. */
const settled: readonly CodeCount['status'][] = ['failed', 'undelivered', 'skipped'];
const mostRows = 12;
/** The service's codes are words, which the reason says already. */
const isOwn = (code: string) => /^[a-z]+(-[a-z]+)*$/.test(code);

/** Why messages failed, and what to do about it: the provider's code with its words, the most frequent first. */
export function Reasons({ counts }: { counts: readonly CodeCount[] }) {
  const { language } = useConsole();
  const words = useBlastWords();
  const byCode = new Map<string, number>();
  for (const { status, code, recipients } of counts) {
    if (settled.includes(status)) byCode.set(code, (byCode.get(code) ?? 0) + recipients);
  }
  if (byCode.size === 0) return null;
  const all = [...byCode].toSorted(([, left], [, right]) => right - left);
  const rows = all.slice(0, mostRows);
  const others = all.slice(mostRows);
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
            <th scope="row">{isOwn(code) ? '–' : code}</th>
            <td className="words">
              {providerCode(code, language) ?? words.codes.unlisted}{' '}
              <span className="detail">{failureAdvice(code, language)}</span>
            </td>
            <td>{formatNumber(recipients, language)}</td>
          </tr>
        ))}
        {others.length > 0 && (
          <tr>
            <th scope="row">…</th>
            <td className="words">{words.codes.others(formatNumber(others.length, language))}</td>
            <td>
              {formatNumber(
                others.reduce((sum, [, recipients]) => sum + recipients, 0),
                language,
              )}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
