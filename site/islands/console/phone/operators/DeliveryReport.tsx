import { useState } from 'react';
import type { Bilingual } from '../../../../../campaigns/bilingual.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Form } from '../../ui/Form.tsx';
import { Button, ErrorNotice, Field, Outcome, TextField } from '../../ui/parts.tsx';
import { saveText } from '../../ui/save-text.ts';
import type { ServiceError } from '../../ui/service.ts';
import { useAction } from '../../ui/use-service.ts';
import { phoneWordsIn } from '../phone-words.ts';

/** Columns of the report, as the pack's form has them. */
const columns = 'day,district,channel,sent,delivered';
/** The licensed operators of India. */
const operators = ['Airtel', 'BSNL', 'Jio', 'Vi'];

/** Takes in a provider's report of its sending: from a file or pasted. */
export function DeliveryReport({ onStored }: { onStored: () => void }) {
  const { service, language, words } = useConsole(phoneWordsIn);
  const [stored, setStored] = useState<{ operator: string; rows: number } | null>(null);
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
      const body = { operator, csv };
      const { rows } = await service.ask('POST /api/operator-reports', { body });
      setStored({ operator, rows });
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
        <Field
          label={words.providers.pasted}
          hint={words.providers.pastedHint}
          error={empty ? words.providers.nothing : undefined}
        >
          {(ids) => <textarea {...ids} name="pasted" rows={5} spellCheck={false} />}
        </Field>
        <ErrorNotice error={error} />
        {error !== null && <ReportFaults error={error} />}
        <button type="submit" className="button" disabled={busy}>
          {words.providers.submit}
        </button>
        {stored !== null && (
          <Outcome tone="good">
            <p>{words.providers.stored(formatNumber(stored.rows, language), stored.operator)}</p>
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
  const { language, words: common } = useConsole();
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
        [common.row, ({ row }) => formatNumber(row, language)],
        [words.providers.column, ({ column }) => <code>{column}</code>, 'words'],
        [words.providers.expected, (fault) => fault[language], 'words'],
        [words.providers.found, ({ value }) => <code>{value}</code>, 'words'],
      ]}
      foot={
        all > faults.length && (
          <tr>
            <td colSpan={4}>{words.providers.more(formatNumber(all - faults.length, language))}</td>
          </tr>
        )
      }
    />
  );
}
