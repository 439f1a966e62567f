import { formatMonth } from '../../../../campaigns/numbers.ts';
import { makeAddress } from '../ui/address.ts';
import { useConsole } from '../ui/console-context.ts';
import { formatMoment } from '../ui/format-moment.ts';
import { SelectField } from '../ui/parts.tsx';
import { listMonths, useDays } from '../ui/use-days.ts';
import { useLoad } from '../ui/use-service.ts';

/** The monthly review note as the service writes it, for any month of the campaign. */
export function ReviewNote() {
  const { language, words } = useConsole();
  const { state } = useDays();
  // The note is a side matter of this page: without days it is left out.
  if (state.kind !== 'loaded') return null;
  const months = listMonths(state.value.first, state.value.today);
  return (
    <section aria-labelledby="note">
      <h2 id="note">{words.note.title}</h2>
      <form className="narrow" action={makeAddress('GET /api/review-note')} method="get">
        <SelectField
          label={words.note.month}
          hint={words.note.hint}
          name="month"
          options={months.map((month) => [month, formatMonth(month, language)] as const)}
        />
        <div className="row">
          <button type="submit" className="button quiet" name="format" value="pdf">
            {words.note.pdf}
          </button>
          <button type="submit" className="button quiet" name="format" value="docx">
            {words.note.docx}
          </button>
        </div>
      </form>
      <KeptNotes />
    </section>
  );
}

/** Notes as they were on the 5th; nothing while there is none. */
function KeptNotes() {
  const { language, words } = useConsole();
  const { state } = useLoad('GET /api/review-notes');
  if (state.kind !== 'loaded' || state.value.length === 0) return null;
  return (
    <>
      <h3>{words.note.kept}</h3>
      <p className="detail">{words.note.keptHint}</p>
      <ul className="plain activities">
        {state.value.map(({ month, keptAt }) => (
          <li key={month}>
            <p>
              <strong>{formatMonth(month, language)}</strong>{' '}
              <span className="detail">{words.note.keptOn(formatMoment(keptAt, language))}</span>
            </p>
            <p className="row">
              {(['pdf', 'docx'] as const).map((format) => (
                <a
                  key={format}
                  href={makeAddress('GET /api/review-notes/:month', {
                    params: { month },
                    query: { format },
                  })}
                  aria-label={words.note.as(formatMonth(month, language), format.toUpperCase())}
                >
                  {format.toUpperCase()}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
