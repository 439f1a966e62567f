import { useState } from 'react';
import type { DirectionCalendar } from '../../../../../messaging/register/calendars/routes.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { calendarWordsIn } from '../calendar-words.ts';

/** An office's calendar that is in use, and how it ends. */
export function CalendarRow({
  calendar,
  onRenew,
  onRevoked,
}: {
  calendar: DirectionCalendar;
  /** Missing where the officer may only end it. */
  onRenew?: () => void;
  onRevoked: () => void;
}) {
  const { language, service, words: all } = useConsole();
  const words = calendarWordsIn(language);
  const { busy, error, run } = useAction();
  const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null);
  const answer = () => {
    if (asking === 'renew') {
      setAsking(null);
      onRenew?.();
      return;
    }
    run(async () => {
      await service.ask('POST /api/directions/calendars/:id/revoke', {
        params: { id: calendar.id },
      });
      onRevoked();
    });
  };
  return (
    <>
      <p>
        <strong>{calendar.name[language]}</strong>
      </p>
      <p className="detail">
        {words.made(calendar.madeBy, formatMoment(calendar.madeAt, language))} ·{' '}
        {calendar.lastUsedOn === null
          ? words.unused
          : words.used(formatDay(calendar.lastUsedOn, language))}
      </p>
      <ErrorNotice error={error} />
      {asking === null ? (
        <div className="row">
          {onRenew !== undefined && (
            <button type="button" className="button quiet" onClick={() => setAsking('renew')}>
              {words.renew}
            </button>
          )}
          <button type="button" className="button quiet" onClick={() => setAsking('revoke')}>
            {words.revoke}{' '}
            {onRenew === undefined && <span className="sr-only">{calendar.name[language]}</span>}
          </button>
        </div>
      ) : (
        <>
          <p>{asking === 'renew' ? words.sureRenew : words.sureRevoke}</p>
          <div className="row">
            <button type="button" className="button" disabled={busy} onClick={answer}>
              {asking === 'renew' ? words.renew : words.revoke}
            </button>
            <button type="button" className="button quiet" onClick={() => setAsking(null)}>
              {all.cancel}
            </button>
          </div>
        </>
      )}
    </>
  );
}
