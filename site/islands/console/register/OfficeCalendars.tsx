import { useConsole } from '../ui/console-context.ts';
import { useLoad } from '../ui/use-service.ts';
import { calendarWordsIn } from './calendar-words.ts';
import { CalendarRow } from './directions/CalendarRow.tsx';

/** The calendar addresses of all offices, for the administrator to end one; a campaign without a register has none. */
export function OfficeCalendars() {
  const { language } = useConsole();
  const words = calendarWordsIn(language);
  const { state, reload } = useLoad('GET /api/directions/calendars');
  if (state.kind !== 'loaded') return null;
  return (
    <section aria-labelledby="calendars">
      <h2 id="calendars">{words.all}</h2>
      <p className="detail">{words.allText}</p>
      {state.value.length === 0 ? (
        <p role="status">{words.noneAtAll}</p>
      ) : (
        <ul className="plain activities">
          {state.value.map((calendar) => (
            <li key={calendar.id}>
              <CalendarRow calendar={calendar} onRevoked={reload} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
