import { formatMonth } from '../../../../campaigns/numbers.ts';
import { makeAddress } from '../ui/address.ts';
import { useConsole, useMe } from '../ui/console-context.ts';
import { SelectField } from '../ui/parts.tsx';
import { listMonths, useDays } from '../ui/use-days.ts';

/** The compliance report of a month: of the officer's zone, for headquarters of the state or any zone. */
export function ComplianceReport() {
  const { language, words, areas } = useConsole();
  const me = useMe();
  const { state } = useDays();
  if (state.kind !== 'loaded') return null;
  const months = listMonths(state.value.first, state.value.today);
  const zones = Object.entries(areas.zones).map(([id, name]) => [id, name[language]] as const);
  return (
    <section aria-labelledby="compliance">
      <h2 id="compliance">{words.note.compliance}</h2>
      <form className="narrow" action={makeAddress('GET /api/compliance-report')} method="get">
        <SelectField
          label={words.note.month}
          hint={words.note.complianceHint}
          name="month"
          options={months.map((month) => [month, formatMonth(month, language)] as const)}
        />
        {me.role === 'hq' && (
          <SelectField
            label={words.note.zone}
            name="zone"
            options={[['', words.note.state], ...zones]}
          />
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
