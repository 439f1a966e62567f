import type {
  DeliveriesAnswer,
  DeliverySum,
  KeyedSum,
} from '../../../../../messaging/phone/telecom-operators/routes.ts';
import { formatDay, formatNumber, formatShare } from '../../../../i18n/format.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { formatMoment } from '../../ui/format-moment.ts';
import { phoneWordsIn } from '../phone-words.ts';

/** Providers' reports so far: in all, by provider, by day and by district, and where they count. */
export function DeliveryTotals({ answer }: { answer: DeliveriesAnswer }) {
  const { language, words: common } = useConsole();
  const { words } = useConsole(phoneWordsIn);
  const nameDistrict = useDistrictName();
  const { total, byOperator, byDay, byDistrict } = answer;
  if (byOperator.length === 0) return <p>{words.providers.none}</p>;
  const collator = new Intl.Collator(language);
  const named = (sums: readonly KeyedSum[], name: (key: string) => string) =>
    sums.map((sum) => ({ ...sum, key: name(sum.key) }));
  const districts = named(byDistrict, nameDistrict).toSorted((left, right) =>
    collator.compare(left.key, right.key),
  );
  return (
    <>
      <div className="phone-totals">
        <Total
          sum={total.sms}
          text={words.providers.sentSms}
          reached={words.providers.reached.sms}
        />
        <Total
          sum={total.ivr}
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
        sums={byOperator.map(({ recordedAt, ...sum }) => ({
          ...sum,
          note: words.providers.lastReport(formatMoment(recordedAt, language)),
        }))}
      />
      <SumTable
        caption={words.providers.byDay}
        label={words.providers.day}
        sums={named(byDay, (day) => formatDay(day, language))}
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
  /** Heading of the keys. */
  label: string;
  sums: readonly (KeyedSum & { note?: string })[];
}

/** Longer tables are folded, so that the one below is found. */
const openRows = 14;

/** Messages and calls by one thing, as providers reported them. */
function SumTable({ caption, label, sums }: SumTableProps) {
  const { language, words } = useConsole(phoneWordsIn);
  const count = (value: number) => formatNumber(value, language);
  return (
    <details className="phone-sums" open={sums.length <= openRows}>
      <summary>
        {caption} ({count(sums.length)})
      </summary>
      <FigureTable
        label={caption}
        rows={sums}
        keyOf={({ key }) => key}
        columns={[
          [
            label,
            ({ key, note }) => (
              <>
                {key}
                {note !== undefined && <span className="detail phone-note">{note}</span>}
              </>
            ),
          ],
          [words.providers.sms, ({ sms }) => count(sms.sent)],
          [words.providers.smsReached, ({ sms }) => count(sms.delivered)],
          [words.providers.calls, ({ ivr }) => count(ivr.sent)],
          [words.providers.callsReached, ({ ivr }) => count(ivr.delivered)],
        ]}
      />
    </details>
  );
}
