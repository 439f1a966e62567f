import { useState } from 'react';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import type { ReportAnswer } from '../../../../messaging/figures/reports/reports-schemas.ts';
import { Form } from '../ui/AskForm.tsx';
import { CheckAnswers } from '../ui/CheckAnswers.tsx';
import { useConsole } from '../ui/console-context.ts';
import { DayField } from '../ui/DayField.tsx';
import { EffectWithReason, Held, heldWordsIn, isHeld } from '../ui/Effect.tsx';
import { readText } from '../ui/form-text.ts';
import { Submit } from '../ui/lines.tsx';
import { drawKey } from '../ui/outbox/phone-store.ts';
import { Await, Button, ErrorNotice, Outcome, TextField } from '../ui/parts.tsx';
import type { ServiceError } from '../ui/service.ts';
import { useDays } from '../ui/use-days.ts';
import { useAction } from '../ui/use-service.ts';
import { figureWordsIn } from './figure-words.ts';

interface Figure {
  date: string;
  downloads: string;
  source: string;
}

/** A total that HQ was given: first says what the public page would say, and stores it when that is confirmed. */
export function ManualFigure({ onStored }: { onStored: () => void }) {
  const reportWords = useConsole(figureWordsIn).words.reports;
  const days = useDays();
  const { figure, answer, busy, error, look, store, back } = useManualFigure(onStored);
  const wrong = error?.body['field'];
  const findFault = (name: string) => (wrong === name ? reportWords.wrongField : undefined);
  if (answer !== null && !isHeld(answer) && answer.kind === 'preview') {
    return (
      <Form className="wide-form" onSubmit={store}>
        <Look answer={answer} figure={figure} busy={busy} error={error} onBack={back} />
      </Form>
    );
  }
  return (
    <Await state={days.state} retry={days.reload}>
      {({ today }) => (
        <Form className="narrow" onSubmit={look}>
          {answer !== null && <Done answer={answer} />}
          <ErrorNotice error={error} />
          <DayField
            label={reportWords.day}
            error={findFault('date')}
            name="date"
            given={figure?.date ?? today}
            max={today}
          />
          <TextField
            label={reportWords.downloads}
            hint={reportWords.downloadsHint}
            error={findFault('downloads')}
            name="downloads"
            inputMode="numeric"
            defaultValue={figure?.downloads}
            required
          />
          <TextField
            label={reportWords.giver}
            hint={reportWords.giverHint}
            error={findFault('source')}
            name="source"
            maxLength={200}
            defaultValue={figure?.source}
            required
          />
          <Submit busy={busy}>{reportWords.preview}</Submit>
        </Form>
      )}
    </Await>
  );
}

function useManualFigure(onStored: () => void) {
  const { service } = useConsole();
  const [figure, setFigure] = useState<Figure | null>(null);
  const [answer, setAnswer] = useState<Answer<'POST /api/reports/figures'> | null>(null);
  const { busy, error, run } = useAction();
  const look = (form: FormData) => {
    const typed = {
      date: readText(form, 'date'),
      downloads: readText(form, 'downloads'),
      source: readText(form, 'source'),
      // One key a preview: confirmed again after a lost answer, it is the same entry.
      key: drawKey(),
    };
    run(async () => {
      setAnswer(null);
      const query = { 'dry-run': 'true' };
      const preview = await service.ask('POST /api/reports/figures', { query, body: typed });
      setFigure(typed);
      setAnswer(preview);
    });
  };
  const store = (form: FormData) => {
    if (figure === null) return;
    const reason = readText(form, 'reason');
    run(async () => {
      setAnswer(await service.ask('POST /api/reports/figures', { body: { ...figure, reason } }));
      setFigure(null);
      onStored();
    });
  };
  return {
    figure,
    answer,
    busy,
    error,
    look,
    store,
    back: () => setAnswer(null),
  };
}

interface LookProps {
  answer: Extract<ReportAnswer, { kind: 'preview' }>;
  figure: Figure | null;
  busy: boolean;
  error: ServiceError | null;
  onBack: () => void;
}

function Look({ answer: { preview }, figure, busy, error, onBack }: LookProps) {
  const { language, format } = useConsole();
  const figures = figureWordsIn(language);
  const { reports } = figures;
  const { changes, effect } = preview;
  const [change] = changes;
  if (change === undefined)
    return (
      <Outcome tone="plain">
        <p>{reports.noChange}</p>
        <Button onClick={onBack}>{figures.change}</Button>
      </Outcome>
    );
  const date = format.day(change.date);
  return (
    <CheckAnswers
      title={figures.check}
      facts={[
        [reports.day, date],
        [reports.before, change.before === null ? reports.noFigure : format.number(change.before)],
        [reports.after, format.number(change.after)],
        figure !== null && [reports.giver, figure.source],
      ]}
      button={
        effect.findings.length > 0
          ? heldWordsIn(language).forSecond
          : figures.confirm(date, format.number(change.after))
      }
      submits
      busy={busy}
      error={error}
      back={figures.change}
      onBack={onBack}
    >
      <EffectWithReason effect={effect} />
    </CheckAnswers>
  );
}

function Done({ answer }: { answer: Answer<'POST /api/reports/figures'> }) {
  const { language, format } = useConsole();
  const reportWords = figureWordsIn(language).reports;
  if (isHeld(answer)) return <Held answer={answer} />;
  if (answer.kind === 'preview') return null;
  const change =
    answer.kind === 'known'
      ? answer.report.figures.map(({ date, downloads }) => ({ date, after: downloads }))[0]
      : answer.preview.changes[0];
  return (
    <Outcome key={answer.kind === 'known' ? answer.report.id : answer.id} tone="good">
      <p>
        {change === undefined
          ? reportWords.noChange
          : reportWords.figureStored(format.day(change.date), format.number(change.after))}
      </p>
    </Outcome>
  );
}
