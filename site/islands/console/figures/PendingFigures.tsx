import { type FormEvent, useEffect, useState } from 'react';
import type { PendingFigure } from '../../../../messaging/figures/reports/reports-schemas.ts';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../ui/console-context.ts';
import { readText } from '../ui/form-text.ts';
import { formatMoment } from '../ui/format-moment.ts';
import { Await, ErrorNotice, TextField } from '../ui/parts.tsx';
import { SecondPersonNote } from '../ui/SecondPersonNote.tsx';
import { useAction, useLoad } from '../ui/use-service.ts';
import { Doubts } from './Doubts.tsx';
import { figureWordsIn } from './figure-words.ts';
import { PublicEffect } from './PublicEffect.tsx';

/** Figures that wait for a second officer, with what accepting would change; then the last decisions. */
export function PendingFigures({ round, onChanged }: { round: number; onChanged: () => void }) {
  const { language } = useConsole();
  const words = figureWordsIn(language);
  const { state, reload } = useLoad('GET /api/reports/pending', { query: { limit: 10 } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new figure belongs to the list
  useEffect(() => void reload(), [round]);
  const waiting = state.kind === 'loaded' && state.value.some((one) => one.state === 'pending');
  return (
    <section aria-labelledby="pending">
      <h2 id="pending">{words.waiting}</h2>
      {waiting && <p>{words.waitingLead}</p>}
      <Await state={state} retry={reload}>
        {(figures) => (
          <>
            {!waiting && <p>{words.noneWaiting}</p>}
            <ul className="plain activities">
              {figures.map((figure) => (
                <PendingRow key={figure.id} figure={figure} onChanged={onChanged} />
              ))}
            </ul>
          </>
        )}
      </Await>
    </section>
  );
}

function PendingRow({ figure, onChanged }: { figure: PendingFigure; onChanged: () => void }) {
  const { language } = useConsole();
  const words = figureWordsIn(language);
  const { name, figures, findings, reason, madeBy, madeAt, state } = figure;
  const totals = figures.map(({ date, downloads }) =>
    words.upTo(formatDay(date, language), formatNumber(downloads, language)),
  );
  const tone = { pending: 'waiting', accepted: 'verified', refused: 'rejected' }[state];
  return (
    <li data-figure={figure.id}>
      <p>
        <strong>{totals.join('; ')}</strong>{' '}
        <span className={`state ${tone}`}>{words.states[state]}</span>
      </p>
      <p className="detail">
        {[name, madeBy, formatMoment(madeAt, language), reason && words.why(reason)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {state === 'pending' ? (
        <>
          <Doubts findings={findings} />
          <Decision figure={figure} onChanged={onChanged} />
        </>
      ) : (
        <p className="detail">
          {[figure.decidedBy, figure.decidedAt && formatMoment(figure.decidedAt, language)]
            .concat(figure.decisionReason)
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </li>
  );
}

function Decision({ figure, onChanged }: { figure: PendingFigure; onChanged: () => void }) {
  const { service, language } = useConsole();
  const words = figureWordsIn(language);
  const { busy, error, run } = useAction();
  const [lacksReason, setLacksReason] = useState(false);
  const { id } = figure;
  const { state, reload } = useLoad('GET /api/reports/pending/:id/preview', { params: { id } });
  const decide = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const action = submitter?.getAttribute('value') === 'accept' ? 'accept' : 'refuse';
    const reason = readText(new FormData(event.currentTarget), 'reason');
    setLacksReason(action === 'refuse' && reason === '');
    if (action === 'refuse' && reason === '') return;
    run(async () => {
      const request = { params: { id }, body: { reason } };
      await service.ask(`POST /api/reports/pending/:id/${action}`, request);
      onChanged();
    });
  };
  return (
    <form onSubmit={decide}>
      <Await state={state} retry={reload}>
        {({ publicBefore, publicAfter }) => (
          <PublicEffect before={publicBefore} after={publicAfter} />
        )}
      </Await>
      <TextField
        label={words.refuseReason}
        hint={words.refuseHint}
        error={lacksReason ? words.reasonMissing : undefined}
        name="reason"
        maxLength={500}
      />
      <SecondPersonNote second={figure.second} />
      <ErrorNotice error={error} />
      <div className="row">
        {figure.second.bar === null && (
          <button type="submit" className="button" value="accept" disabled={busy}>
            {words.accept}
          </button>
        )}
        {(figure.second.bar === null || figure.second.bar === 'own-draft') && (
          <button type="submit" className="button quiet" value="refuse" disabled={busy}>
            {words.refuse}
          </button>
        )}
      </div>
    </form>
  );
}
