import { useState } from 'react';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Await, ErrorNotice, Field, Outcome } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { calendarWordsIn } from '../calendar-words.ts';
import { CalendarRow } from './CalendarRow.tsx';

/** The address of the office's calendar, which the officer makes, renews and ends. */
export function CalendarPage() {
  const { language, service } = useConsole();
  const words = calendarWordsIn(language);
  const { state, reload } = useLoad('GET /api/directions/calendars');
  const { busy, error, run } = useAction();
  const [made, setMade] = useState<string | null>(null);
  const make = () =>
    run(async () => {
      const { url } = await service.ask('POST /api/directions/calendars', {});
      setMade(language === 'hi' ? url : `${url}?lang=en`);
      await reload();
    });
  return (
    <section aria-labelledby="calendar" className="narrow">
      <h2 id="calendar">{words.title}</h2>
      <p>{words.text}</p>
      <p className="detail">{words.holds}</p>
      {made !== null && <NewAddress key={made} url={made} />}
      <ErrorNotice error={error} />
      <Await state={state} retry={reload}>
        {([calendar]) =>
          calendar === undefined ? (
            <>
              <p role="status">{words.none}</p>
              <button type="button" className="button" disabled={busy} onClick={make}>
                {words.make}
              </button>
            </>
          ) : (
            <CalendarRow
              calendar={calendar}
              onRenew={make}
              onRevoked={() => {
                setMade(null);
                void reload();
              }}
            />
          )
        }
      </Await>
    </section>
  );
}

/** A new address, shown this once. */
function NewAddress({ url }: { url: string }) {
  const { language } = useConsole();
  const words = calendarWordsIn(language);
  return (
    <Outcome tone="good">
      <Field label={words.link} hint={words.once}>
        {(ids) => (
          <input {...ids} readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
        )}
      </Field>
      <div className="row">
        <CopyButton text={url} label={words.copy} done={words.copied} loud />
        <a className="button quiet" href={url.replace(/^https?:/, 'webcal:')}>
          {words.add}
        </a>
      </div>
      <p className="detail">{words.how}</p>
    </Outcome>
  );
}
