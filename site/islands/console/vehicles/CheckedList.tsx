import { sheetCsv } from '../../../../campaigns/tables/csv-writer.ts';
import type { FleetAnswer, FleetView } from '../../../../messaging/contract/fleets.ts';
import { fleetWordsIn } from '../../../i18n/fleet-words.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useConsole, useDistrictName } from '../console-context.ts';
import { Outcome } from '../parts.tsx';
import { saveText } from '../save-text.ts';

const shownFaults = 20;

/** What the check of a list found, and the word to make its good rows. */
export function CheckedList({
  answer: { vehicles, faults },
  models,
  onMake,
}: {
  answer: FleetAnswer;
  models: FleetView['models'];
  onMake: () => void;
}) {
  const { language } = useConsole();
  const words = fleetWordsIn(language);
  const districtOf = useDistrictName();
  const figure = (count: number) => formatNumber(count, language);
  const save = () =>
    saveText(
      `${words.faultsName}.csv`,
      sheetCsv([
        words.faultColumns,
        ...faults.map(({ row, field, expected, found }) => [
          row,
          words.fields[field],
          expected[language],
          found,
        ]),
      ]),
      'text/csv',
    );
  return (
    <Outcome tone={vehicles.length === 0 ? 'bad' : faults.length > 0 ? 'plain' : 'good'}>
      <p>
        <strong>
          {vehicles.length === 0 ? words.nothingGood : words.good(figure(vehicles.length))}
        </strong>
      </p>
      {faults.length > 0 && (
        <>
          <p>{words.bad(figure(faults.length))}</p>
          <ol className="plain rejects">
            {faults.slice(0, shownFaults).map(({ row, field, expected, found }) => (
              <li key={`${row} ${field}`}>
                <strong>{words.row(String(row), words.fields[field])}</strong>:{' '}
                {words.fault(expected[language], found)}
              </li>
            ))}
          </ol>
          {faults.length > shownFaults && <p>{words.more(figure(faults.length - shownFaults))}</p>}
          <button type="button" className="button quiet" onClick={save}>
            {words.saveFaults}
          </button>
        </>
      )}
      {vehicles.length > 0 && (
        <>
          <details>
            <summary>{words.goodRows}</summary>
            <ul className="plain rejects">
              {vehicles.map(({ district, vehicle, model }) => (
                <li key={`${district}/${vehicle}`}>
                  {vehicle.toUpperCase()} ·{' '}
                  {models.find(({ id }) => id === model)?.name[language] ?? model} ·{' '}
                  {districtOf(district)}
                </li>
              ))}
            </ul>
          </details>
          <button type="button" className="button" onClick={onMake}>
            {words.make(figure(vehicles.length))}
          </button>
        </>
      )}
    </Outcome>
  );
}
