import { formatMonth } from '../../../../campaigns/numbers.ts';
import { makeAddress } from '../ui/address.ts';
import { useConsole, useMe } from '../ui/console-context.ts';
import { listMonths } from '../ui/list-months.ts';
import { Field } from '../ui/parts.tsx';
import { useDays } from '../ui/use-days.ts';

/** The compliance report of a month: of the officer's zone, for headquarters of the state or any zone. */
export function ComplianceReport() {
  const { language, words, areas } = useConsole();
  const me = useMe();
  const { state } = useDays();
  if (state.kind !== 'loaded') return null;
  return (
    <section aria-labelledby="compliance">
      <h2 id="compliance">{words.note.compliance}</h2>
      <form className="narrow" action={makeAddress('GET /api/compliance-report')} method="get">
        <Field label={words.note.month} hint={words.note.complianceHint}>
          {(ids) => (
            <select {...ids} name="month">
              {listMonths(state.value.first, state.value.today).map((month) => (
                <option key={month} value={month}>
                  {formatMonth(month, language)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {me.role === 'hq' && (
          <Field label={words.note.zone}>
            {(ids) => (
              <select {...ids} name="zone">
                <option value="">{words.note.state}</option>
                {Object.entries(areas.zones).map(([id, name]) => (
                  <option key={id} value={id}>
                    {name[language]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <div className="row">
          {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
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
    </section>
  );
}
