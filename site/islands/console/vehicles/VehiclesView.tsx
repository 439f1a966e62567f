import { useState } from 'react';
import { fleetWordsIn } from '../../../i18n/fleet-words.ts';
import { localPath } from '../../../i18n/language.ts';
import { usePoll } from '../blasts/use-poll.ts';
import { useConsole, useDistrictName, useMe } from '../console-context.ts';
import { Await, Field } from '../parts.tsx';
import { FleetProgress } from './FleetProgress.tsx';
import { FleetUpload } from './FleetUpload.tsx';
import { VehicleCard } from './VehicleCard.tsx';

const usualLimit = 100;
const mostLimit = 500;

/** Fleet lists: handed in and checked, their panels made and taken from here. */
export function VehiclesView() {
  const { language } = useConsole();
  const words = fleetWordsIn(language);
  const me = useMe();
  const [district, setDistrict] = useState('');
  const [limit, setLimit] = useState(usualLimit);
  const query = { limit, district: district === '' ? undefined : district };
  const { state, lost, reload } = usePoll(({ counts }) => counts.waiting > 0, 'GET /api/fleets', {
    query,
  });
  return (
    <>
      <div className="narrow">
        <p>{words.lead}</p>
        <p>
          <a href={localPath(language, '/vehicles/')}>{words.page}</a>
        </p>
        <FleetUpload
          models={state.kind === 'loaded' ? state.value.models : []}
          onOrdered={() => void reload()}
        />
      </div>
      <section aria-labelledby="fleet">
        <h2 id="fleet">{words.listTitle}</h2>
        {me.role !== 'district' && <DistrictFilter value={district} onChange={setDistrict} />}
        <Await state={state} retry={() => void reload()}>
          {({ counts, vehicles, models }) =>
            vehicles.length === 0 ? (
              <p className="notice plain">{words.none}</p>
            ) : (
              <>
                <FleetProgress counts={counts} lost={lost} shown={vehicles.length} />
                {limit < mostLimit && vehicles.length === limit && (
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() => setLimit(mostLimit)}
                  >
                    {words.showMore}
                  </button>
                )}
                <ul className="plain fleet">
                  {vehicles.map((vehicle) => (
                    <li key={`${vehicle.district}/${vehicle.vehicle}`}>
                      <VehicleCard vehicle={vehicle} models={models} />
                    </li>
                  ))}
                </ul>
              </>
            )
          }
        </Await>
      </section>
    </>
  );
}

function DistrictFilter({
  value,
  onChange,
}: {
  value: string;
  onChange: (district: string) => void;
}) {
  const { language, districts } = useConsole();
  const words = fleetWordsIn(language);
  const nameOf = useDistrictName();
  return (
    <div className="narrow">
      <Field label={words.filter}>
        {(ids) => (
          <select
            {...ids}
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          >
            {['', ...districts.map(({ id }) => id)].map((id) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
