import type { OccurrenceDetail } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { occurrencePath } from './direction-paths.ts';
import { directionWordsIn } from './direction-words.ts';
import { FigureText } from './FigureText.tsx';
import { OccurrenceChips } from './OccurrenceState.tsx';
import { type Named, useRegister } from './register-context.ts';

/** The parts to be consolidated: each office with its last submission. */
export function PartsTable({
  detail: { parts },
  named,
}: {
  detail: OccurrenceDetail;
  named: Named;
}) {
  const { language } = useConsole();
  const words = directionWordsIn(language);
  const { find, officeName, catalogue } = useRegister();
  const gathered = find(named.obligation.gathers ?? '')?.obligation;
  const figures = gathered?.figures ?? [];
  const seen = new Set(catalogue.offices.map(({ key }) => key));
  return (
    <section aria-labelledby="direction-parts">
      <h3 id="direction-parts">{words.parts}</h3>
      <p className="detail">{words.partsText}</p>
      <div className="direction-matrix parts">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.office}</th>
              <th scope="col">{words.stateLabel}</th>
              {figures.map(({ id, label }) => (
                <th key={id} scope="col">
                  {label[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.key}>
                <th scope="row">
                  {seen.has(part.office) ? (
                    <a href={occurrencePath(language, part.key)}>{officeName(part.office)}</a>
                  ) : (
                    part.office.replace(/^\w+:/, '')
                  )}
                </th>
                <td>
                  <OccurrenceChips occurrence={{ ...part, forwarded: false, sample: false }} />
                </td>
                {figures.map((figure) => (
                  <td key={figure.id}>
                    <FigureText figure={figure} value={part.figures[figure.id]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
