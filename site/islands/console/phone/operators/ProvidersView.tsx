import { useState } from 'react';
import type { Bilingual } from '../../../../../campaigns/bilingual.ts';
import type {
  DeliveriesAnswer,
  DeliverySum,
  KeyedSum,
} from '../../../../../messaging/phone/telecom-operators/routes.ts';
import { formatShare } from '../../../../i18n/format.ts';
import { localPath } from '../../../../i18n/language.ts';
import { Form } from '../../ui/AskForm.tsx';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { FileField } from '../../ui/DayField.tsx';
import { Held, isHeld } from '../../ui/Effect.tsx';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { readText } from '../../ui/form-text.ts';
import {
  Await,
  Button,
  ErrorNotice,
  Outcome,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/parts.tsx';
import { saveText } from '../../ui/save-text.ts';
import type { ServiceError } from '../../ui/service.ts';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { phoneWordsIn } from '../phone-words.ts';
import { TakePack } from './TakePack.tsx';

/** Blasts that a service provider sends itself: its pack, its reports and their sums. */
export function ProvidersView() {
  const { words } = useConsole(phoneWordsIn);
  const { state, reload } = useLoad('GET /api/operator-reports');
  return (
    <>
      <p>{words.providers.lead}</p>
      <Section id="pack" title={words.providers.pack}>
        <p>{words.providers.packLead}</p>
        <PackPicker />
      </Section>
      <Section id="report" title={words.providers.report}>
        <p>{words.providers.reportLead}</p>
        <DeliveryReport onStored={reload} />
      </Section>
      <Section id="totals" title={words.providers.totals}>
        <Await state={state} retry={reload}>
          {(answer) => <DeliveryTotals answer={answer} />}
        </Await>
      </Section>
    </>
  );
}

/** Everything that a provider needs for an approved blast that it sends itself, as one ZIP. */
function PackPicker() {
  const { language, words } = useConsole(phoneWordsIn);
  const { state, reload } = useLoad('GET /api/blasts');
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Await state={state} retry={reload}>
      {(entries) => {
        const offered = entries.filter(({ blast }) => blast.status === 'handed-over');
        const [latest] = offered;
        if (latest === undefined) {
          return (
            <p>
              {words.providers.noBlasts}{' '}
              <a href={`${localPath(language, '/console/blasts/')}?new`}>{words.providers.draft}</a>
            </p>
          );
        }
        const shown = chosen ?? String(latest.blast.id);
        return (
          <div className="narrow">
            <SelectField
              label={words.providers.blast}
              hint={words.providers.blastHint}
              value={shown}
              options={offered.map(({ blast: { id, name, channel } }) => [
                String(id),
                `${name} · ${words.channels[channel]}`,
              ])}
              onChoose={setChosen}
            />
            <TakePack blastId={shown} className="button">
              {words.providers.download}
            </TakePack>
          </div>
        );
      }}
    </Await>
  );
}

/** Providers' reports so far: in all, by provider, by day and by district, and where they count. */
function DeliveryTotals({ answer }: { answer: DeliveriesAnswer }) {
  const { language, words: common, format } = useConsole();
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
          note: words.providers.lastReport(format.moment(recordedAt)),
        }))}
      />
      <SumTable
        caption={words.providers.byDay}
        label={words.providers.day}
        sums={named(byDay, (day) => format.day(day))}
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
  const { format } = useConsole();
  return (
    <div>
      <p className="headline phone-figure">
        <strong>{format.number(sum.sent)}</strong> {text}
      </p>
      {sum.sent > 0 && (
        <p className="detail">
          {reached(format.number(sum.delivered), formatShare(sum.delivered / sum.sent))}
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
  const { words, format } = useConsole(phoneWordsIn);
  const count = format.number;
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

/** Columns of the report, as the pack's form has them. */
const columns = 'day,district,channel,sent,delivered';
/** The licensed operators of India. */
const operators = ['Airtel', 'BSNL', 'Jio', 'Vi'];

/** Takes in a provider's report of its sending: from a file or pasted. */
function DeliveryReport({ onStored }: { onStored: () => void }) {
  const { service, words, format } = useConsole(phoneWordsIn);
  const [stored, setStored] = useState<{ operator: string; rows: number } | null>(null);
  const [held, setHeld] = useState<unknown>(null);
  const [empty, setEmpty] = useState(false);
  const { busy, error, run } = useAction();
  const submit = (fields: FormData, form: HTMLFormElement) => {
    const operator = String(fields.get('operator')).trim();
    const file = fields.get('file');
    run(async () => {
      setStored(null);
      const hasFile = file instanceof File && file.size > 0;
      const csv = hasFile ? await file.text() : String(fields.get('pasted'));
      setEmpty(csv.trim() === '');
      if (csv.trim() === '') {
        form.querySelector('textarea')?.focus();
        return;
      }
      const body = { operator, csv, reason: readText(fields, 'reason') };
      const answer = await service.ask('POST /api/operator-reports', { body });
      setHeld(answer);
      if (isHeld(answer)) return;
      setStored({ operator, rows: answer.rows });
      onStored();
    });
  };
  return (
    <>
      <Button
        look="link"
        onClick={() => saveText('delivery-report.csv', `\uFEFF${columns}\r\n`, 'text/csv')}
      >
        {words.providers.form}
      </Button>
      <Form className="narrow" onSubmit={submit}>
        <TextField
          label={words.providers.operator}
          hint={words.providers.operatorHint}
          name="operator"
          list="operators"
          maxLength={60}
          required
        />
        <datalist id="operators">
          {operators.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <FileField
          label={words.providers.file}
          hint={words.providers.fileHint}
          name="file"
          accept=".csv,.txt"
        />
        <TextArea
          label={words.providers.pasted}
          hint={words.providers.pastedHint}
          error={empty ? words.providers.nothing : undefined}
          name="pasted"
          rows={5}
          spellCheck={false}
        />
        <ErrorNotice error={error} />
        {error !== null && <ReportFaults error={error} />}
        <Held error={error} answer={held} />
        <button type="submit" className="button" disabled={busy}>
          {words.providers.submit}
        </button>
        {stored !== null && (
          <Outcome tone="good">
            <p>{words.providers.stored(format.number(stored.rows), stored.operator)}</p>
          </Outcome>
        )}
      </Form>
    </>
  );
}

/** One wrong cell of a provider's report, and what was expected there. */
type Fault = Bilingual & { row: number; column: string; value: string };

/** Faults of a provider's report, row by row. */
function ReportFaults({ error }: { error: ServiceError }) {
  const { language, words: common, format } = useConsole();
  const { words } = useConsole(phoneWordsIn);
  const { faults, faultCount: all } = error.body as {
    faults?: readonly Fault[];
    faultCount: number;
  };
  if (faults === undefined) return null;
  return (
    <FigureTable
      className="figures-table phone-wide"
      caption={words.providers.faults}
      rows={faults}
      keyOf={(fault) => `${fault.row} ${fault.column} ${fault.en}`}
      columns={[
        [common.row, ({ row }) => format.number(row)],
        [words.providers.column, ({ column }) => <code>{column}</code>, 'words'],
        [words.providers.expected, (fault) => fault[language], 'words'],
        [words.providers.found, ({ value }) => <code>{value}</code>, 'words'],
      ]}
      foot={
        all > faults.length && (
          <tr>
            <td colSpan={4}>{words.providers.more(format.number(all - faults.length))}</td>
          </tr>
        )
      }
    />
  );
}
