import { type FormEvent, useState } from 'react';
import type { ReportAnswer } from '../../../messaging/contract/reports.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { useConsole } from './console-context.ts';
import { DayField } from './DayField.tsx';
import { Await, ErrorNotice, Outcome, TextField } from './parts.tsx';
import { useDays } from './use-days.ts';
import { useAction } from './use-service.ts';

type Stored = Extract<ReportAnswer, { kind: 'stored' }>;

/** A total that HQ was given: the day, the number, and who said so. */
export function ManualFigure({ onStored }: { onStored: () => void }) {
  const { words, service, language } = useConsole();
  const days = useDays();
  const [stored, setStored] = useState<Stored | null>(null);
  const { busy, error, run } = useAction();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const given = new FormData(element);
    run(async () => {
      setStored(null);
      const figure = {
        date: String(given.get('date')),
        downloads: String(given.get('downloads')),
        source: String(given.get('source')),
      };
      const answer = await service.ask('POST /api/reports/figures', { body: figure });
      if (answer.kind === 'stored') setStored(answer);
      element.reset();
      onStored();
    });
  };
  const wrong = error?.body['field'];
  const faultOf = (name: string) => (wrong === name ? words.reports.wrongField : undefined);
  const change = stored?.preview.changes[0];
  return (
    <Await state={days.state} retry={days.reload}>
      {({ today }) => (
        <form className="narrow" onSubmit={submit}>
          <ErrorNotice error={error} />
          <DayField
            label={words.reports.day}
            error={faultOf('date')}
            name="date"
            given={today}
            max={today}
          />
          <TextField
            label={words.reports.downloads}
            hint={words.reports.downloadsHint}
            error={faultOf('downloads')}
            name="downloads"
            inputMode="numeric"
            required
          />
          <TextField
            label={words.reports.giver}
            hint={words.reports.giverHint}
            error={faultOf('source')}
            name="source"
            maxLength={200}
            required
          />
          <button type="submit" className="button" disabled={busy}>
            {words.reports.enter}
          </button>
          {stored !== null && (
            <Outcome key={stored.id} tone="good">
              <p>
                {change === undefined
                  ? words.reports.noChange
                  : words.reports.figureStored(
                      formatDay(change.date, language),
                      formatNumber(change.after, language),
                    )}
              </p>
            </Outcome>
          )}
        </form>
      )}
    </Await>
  );
}
