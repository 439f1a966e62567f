import type { Bilingual } from '../../../../../campaigns/bilingual.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import type { ServiceError } from '../../ui/service.ts';
import { usePhoneWords } from '../use-phone-words.ts';

/** One wrong cell of a provider's report, and what was expected there. */
type Fault = Bilingual & { row: number; column: string; value: string };

/** Faults of a provider's report, row by row. */
export function ReportFaults({ error }: { error: ServiceError }) {
  const { language, words: common } = useConsole();
  const words = usePhoneWords();
  const { faults, faultCount: all } = error.body as {
    faults?: readonly Fault[];
    faultCount: number;
  };
  if (faults === undefined) return null;
  return (
    <table className="figures-table phone-wide">
      <caption>{words.providers.faults}</caption>
      <thead>
        <tr>
          <th scope="col">{common.row}</th>
          <th scope="col" className="words">
            {words.providers.column}
          </th>
          <th scope="col" className="words">
            {words.providers.expected}
          </th>
          <th scope="col" className="words">
            {words.providers.found}
          </th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => (
          <tr key={`${fault.row} ${fault.column} ${fault.en}`}>
            <th scope="row" data-label={common.row}>
              {formatNumber(fault.row, language)}
            </th>
            <td className="words" data-label={words.providers.column}>
              <code>{fault.column}</code>
            </td>
            <td className="words" data-label={words.providers.expected}>
              {fault[language]}
            </td>
            <td className="words" data-label={words.providers.found}>
              <code>{fault.value}</code>
            </td>
          </tr>
        ))}
      </tbody>
      {all > faults.length && (
        <tfoot>
          <tr>
            <td colSpan={4}>{words.providers.more(formatNumber(all - faults.length, language))}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
