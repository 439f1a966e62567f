import type { ReactNode } from 'react';
import { formatMonth } from '../../../../campaigns/numbers.ts';
import { makeAddress } from '../ui/address.ts';
import { useConsole, useMe } from '../ui/console-context.ts';
import { List, Section, SelectField } from '../ui/parts.tsx';
import { listMonths, useDays } from '../ui/use-days.ts';
import { useLoad } from '../ui/use-service.ts';

interface MonthPaperProps {
  id: string;
  title: string;
  hint: string;
  route: 'GET /api/review-note' | 'GET /api/compliance-report';
  formats: readonly ('pdf' | 'docx' | 'xlsx')[];
  /** Fields beside the month. */
  fields?: ReactNode;
  children?: ReactNode;
}

/** A paper that the service writes for any month of the campaign. */
function MonthPaper({ id, title, hint, route, formats, fields, children }: MonthPaperProps) {
  const { language, words } = useConsole();
  const { state } = useDays();
  // A side matter of its page: without days it is left out.
  if (state.kind !== 'loaded') return null;
  const months = listMonths(state.value.first, state.value.today);
  return (
    <Section id={id} title={title}>
      <form className="narrow" action={makeAddress(route)} method="get">
        <SelectField
          label={words.note.month}
          hint={hint}
          name="month"
          options={months.map((month) => [month, formatMonth(month, language)] as const)}
        />
        {fields}
        <div className="row">
          {formats.map((format) => (
            <button
              key={format}
              type="submit"
              className="button quiet"
              name="format"
              value={format}
            >
              {words.note[format]}
            </button>
          ))}
        </div>
      </form>
      {children}
    </Section>
  );
}

/** The monthly review note. */
export function ReviewNote() {
  const { note } = useConsole().words;
  return (
    <MonthPaper
      id="note"
      title={note.title}
      hint={note.hint}
      route="GET /api/review-note"
      formats={['pdf', 'docx']}
    >
      <KeptNotes />
    </MonthPaper>
  );
}

/** The compliance report: of the officer's zone, for headquarters of the state or any zone. */
export function ComplianceReport() {
  const { language, words, areas } = useConsole();
  const { note } = words;
  const me = useMe();
  const zones = Object.entries(areas.zones).map(([id, name]) => [id, name[language]] as const);
  return (
    <MonthPaper
      id="compliance"
      title={note.compliance}
      hint={note.complianceHint}
      route="GET /api/compliance-report"
      formats={['pdf', 'docx', 'xlsx']}
      fields={
        me.role === 'hq' && (
          <SelectField label={note.zone} name="zone" options={[['', note.state], ...zones]} />
        )
      }
    />
  );
}

/** Notes as they were on the 5th; nothing while there is none. */
function KeptNotes() {
  const { language, words, format } = useConsole();
  const { state } = useLoad('GET /api/review-notes');
  if (state.kind !== 'loaded' || state.value.length === 0) return null;
  return (
    <>
      <h3>{words.note.kept}</h3>
      <p className="detail">{words.note.keptHint}</p>
      <List of={state.value} className="activities" keyOf={({ month }) => month}>
        {({ month, keptAt }) => (
          <>
            <p>
              <strong>{formatMonth(month, language)}</strong>{' '}
              <span className="detail">{words.note.keptOn(format.moment(keptAt))}</span>
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
          </>
        )}
      </List>
    </>
  );
}
