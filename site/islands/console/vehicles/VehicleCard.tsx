import type { FleetVehicleView, FleetView } from '../../../../messaging/contract/fleets.ts';
import { fleetWordsIn } from '../../../i18n/fleet-words.ts';
import { useConsole, useDistrictName } from '../console-context.ts';
import { formatMoment } from '../format-moment.ts';

/** One vehicle with the files for its panels. */
export function VehicleCard({
  vehicle: { district, vehicle, model, state, panels, ticket, listedBy, listedAt },
  models,
}: {
  vehicle: FleetVehicleView;
  models: FleetView['models'];
}) {
  const { language } = useConsole();
  const words = fleetWordsIn(language);
  const districtOf = useDistrictName();
  const name = vehicle.toUpperCase();
  const [first] = panels;
  return (
    <article>
      <h3>{name}</h3>
      <p>
        <span className={`fleet-state ${state}`}>{words.states[state]}</span>{' '}
        {models.find(({ id }) => id === model)?.name[language] ?? model}, {districtOf(district)}
      </p>
      {first !== undefined && (
        <a href={first.preview} className="fleet-picture">
          <img src={first.preview} alt={words.picture(first.name[language], name)} loading="lazy" />
        </a>
      )}
      {panels.length > 0 && (
        <ul className="plain fleet-files">
          {panels.map(({ id, name: panel, pdf, preview }) => (
            <li key={id}>
              <span>{panel[language]}</span>
              <a href={pdf} aria-label={words.press(panel[language], name)}>
                PDF
              </a>
              <a href={preview} aria-label={words.picture(panel[language], name)}>
                PNG
              </a>
            </li>
          ))}
        </ul>
      )}
      {ticket !== null && (
        <p>
          <a href={ticket} aria-label={words.ticketOf(name)}>
            {words.ticket}
          </a>
        </p>
      )}
      <p className="detail">{words.listed(listedBy, formatMoment(listedAt, language))}</p>
    </article>
  );
}
