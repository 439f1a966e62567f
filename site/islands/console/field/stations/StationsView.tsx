import { useState } from 'react';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { DistrictOptions } from '../../ui/DistrictOptions.tsx';
import { keepInAddress } from '../../ui/keep-in-address.ts';
import { Field } from '../../ui/parts.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { ChangesList } from './ChangesList.tsx';
import { DistrictStations } from './DistrictStations.tsx';
import { stationWordsIn } from './station-words.ts';

/** Stations of a district: those who know the names confirm and correct them here. */
export function StationsView() {
  const { language, districts } = useConsole();
  const words = stationWordsIn(language);
  const me = useMe();
  const linked = useAsked();
  const [district, setDistrict] = useState(
    me.role === 'district' ? (me.area ?? '') : (linked.get('district') ?? ''),
  );
  const offered = districts.filter(
    ({ range, zone }) =>
      (me.role !== 'range' || range === me.area) && (me.role !== 'zone' || zone === me.area),
  );
  const choose = (id: string) => {
    setDistrict(id);
    keepInAddress({ district: id, station: null, show: null });
  };
  return (
    <>
      <div className="stations-head">
        <p>{me.role === 'district' ? words.lead : words.leadHq}</p>
        {me.role !== 'district' && (
          <div className="narrow">
            <Field label={words.district}>
              {(ids) => (
                <select
                  {...ids}
                  value={district}
                  onChange={({ currentTarget }) => choose(currentTarget.value)}
                >
                  <option value="">{words.nothing}</option>
                  <DistrictOptions of={offered} />
                </select>
              )}
            </Field>
          </div>
        )}
      </div>
      {district === '' ? <ChangesList /> : <DistrictStations key={district} district={district} />}
    </>
  );
}
