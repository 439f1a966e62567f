import { formatDay, formatNumber, formatShare } from '../../../i18n/format.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole, useDistrictName } from '../console-context.ts';
import type { DeliveryTotal } from './phone-answers.ts';
import { type DeliverySum, sumDeliveries } from './sum-deliveries.ts';
import { usePhoneWords } from './use-phone-words.ts';

/** What providers have reported so far: in all, by provider, by day and by district, and where it counts. */
export function DeliveryTotals({ rows }: { rows: readonly DeliveryTotal[] }) {
  const { language, words: common } = useConsole();
  const words = usePhoneWords();
  const nameOf = useDistrictName();
  const [all] = sumDeliveries(rows, () => '');
  if (all === undefined) return <p>{words.providers.none}</p>;
  const collator = new Intl.Collator(language);
  const days = sumDeliveries(rows, ({ day }) => day).toSorted((left, right) =>
    right.key.localeCompare(left.key),
  );
  const districts = sumDeliveries(rows, ({ district }) => nameOf(district)).toSorted(
    (left, right) => collator.compare(left.key, right.key),
  );
  const byOperator = sumDeliveries(rows, ({ operator }) => operator).toSorted((left, right) =>
    collator.compare(left.key, right.key),
  );
  return (
    <>
      <div className="phone-totals">
        <Total sum={all.sms} text={words.providers.sentSms} reached={words.providers.reached.sms} />
        <Total
          sum={all.ivr}
          text={words.providers.sentCalls}
          reached={words.providers.reached.ivr}
        />
      </div>
      <p>
        {words.providers.counted}{' '}
        <a href={localPath(language, '/progress/')}>{words.providers.progress}</a>
      </p>
      <SumTable
        caption={words.providers.byOperator}
        label={words.providers.operator}
        sums={byOperator}
      />
      <SumTable
        caption={words.providers.byDay}
        label={words.providers.day}
        sums={days.map((sum) => ({ ...sum, key: formatDay(sum.key, language) }))}
      />
      <SumTable caption={words.providers.byDistrict} label={common.district} sums={districts} />
    </>
  );
}

interface TotalProps {
  sum: DeliverySum['sms'];
  text: string;
  reached: (count: string, share: string) => string;
}

function Total({ sum, text, reached }: TotalProps) {
  const { language } = useConsole();
  return (
    <div>
      <p className="headline phone-figure">
        <strong>{formatNumber(sum.sent, language)}</strong> {text}
      </p>
      {sum.sent > 0 && (
        <p className="detail">
          {reached(formatNumber(sum.delivered, language), formatShare(sum.delivered / sum.sent))}
        </p>
      )}
    </div>
  );
}

interface SumTableProps {
  caption: string;
  label: string;
  sums: readonly DeliverySum[];
}

function SumTable({ caption, label, sums }: SumTableProps) {
  const { language } = useConsole();
  const words = usePhoneWords();
  const count = (value: number) => formatNumber(value, language);
  return (
    <table className="figures-table">
      <caption>{caption}</caption>
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
        {sums.map(({ key, sms, ivr }) => (
          <tr key={key}>
            <th scope="row">{key}</th>
            <td>{count(sms.sent)}</td>
            <td>{count(sms.delivered)}</td>
            <td>{count(ivr.sent)}</td>
            <td>{count(ivr.delivered)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
