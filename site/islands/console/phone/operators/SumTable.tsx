import type { KeyedSum } from '../../../../../messaging/phone/telecom-operators/routes.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { usePhoneWords } from '../use-phone-words.ts';

interface SumTableProps {
  caption: string;
  /** Heading of the keys. */
  label: string;
  sums: readonly (KeyedSum & { note?: string })[];
}

/** Longer tables are folded, so that the one below is found. */
const openRows = 14;

/** Messages and calls by one thing, as providers reported them. */
export function SumTable({ caption, label, sums }: SumTableProps) {
  const { language } = useConsole();
  const words = usePhoneWords();
  const count = (value: number) => formatNumber(value, language);
  return (
    <details className="phone-sums" open={sums.length <= openRows}>
      <summary>
        {caption} ({count(sums.length)})
      </summary>
      <table className="figures-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col">{words.providers.sms}</th>
            <th scope="col">{words.providers.smsReached}</th>
            <th scope="col">{words.providers.calls}</th>
            <th scope="col">{words.providers.callsReached}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map(({ key, note, sms, ivr }) => (
            <tr key={key}>
              <th scope="row">
                {key}
                {note !== undefined && <span className="detail phone-note">{note}</span>}
              </th>
              <td>{count(sms.sent)}</td>
              <td>{count(sms.delivered)}</td>
              <td>{count(ivr.sent)}</td>
              <td>{count(ivr.delivered)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
