import { useState } from 'react';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole, useDistrictName, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { keepInAddress, useAsked } from '../../ui/in-address.ts';
import { Await, Field } from '../../ui/parts.tsx';
import { DistrictOptions } from '../../ui/StationField.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { DistrictStations } from './DistrictStations.tsx';
import { KitLine } from './KitLine.tsx';
import { stationWordsIn } from './station-words.ts';

/** Stations of a district: those who know the names confirm and correct them here. */
export function StationsView() {
  const { districts, words } = useConsole(stationWordsIn);
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

/** Corrections of all districts, the latest first. */
function ChangesList() {
  const { language, words } = useConsole(stationWordsIn);
  const nameDistrict = useDistrictName();
  const { state, reload } = useLoad('GET /api/stations', { query: { limit: 200 } });
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{words.changes}</h2>
      <KitLine always />
      <Await state={state} retry={reload}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="notice plain">{words.changesNone}</p>
          ) : (
            <ul className="plain station-list changes">
              {changes.map(({ district, station, action, before, after, by, at, held }) => (
                <li key={`${district}/${station}`}>
                  <a
                    href={`${localPath(language, '/console/stations/')}?district=${district}&station=${station}`}
                  >
                    <strong>
                      {nameDistrict(district)}: {words.actions[action]}
                    </strong>
                    <span>
                      {words.change(
                        before?.nameHi ?? words.nothing,
                        after?.nameHi ?? words.nothing,
                      )}
                    </span>
                    <span className="detail">{words.by(by, formatMoment(at, language))}</span>
                    {held && <span className="mark bad">{words.held}</span>}
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </section>
  );
}
