import { useState } from 'react';
import { stationWordsIn } from '../../../../i18n/station-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { keepInAddress } from '../../ui/keep-in-address.ts';
import { Await, Outcome } from '../../ui/parts.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useLoad } from '../../ui/use-service.ts';
import { KitLine } from './KitLine.tsx';
import { StationEditor } from './StationEditor.tsx';
import { StationPicker } from './StationPicker.tsx';
import { StationRecord } from './StationRecord.tsx';
import { StationUpload } from './StationUpload.tsx';

/** Stations of one district, of which one is open or a new one is written. */
export function DistrictStations({ district }: { district: string }) {
  const { language } = useConsole();
  const words = stationWordsIn(language);
  const isDistrict = useMe().role === 'district';
  const { loaded, reports, chosen, isAdding, saved, open, onSaved } = useDistrict(district);
  return (
    <Await state={loaded.state} retry={loaded.reload}>
      {({ stations, removed }) => {
        const station = [...stations, ...removed].find(({ id }) => id === chosen) ?? null;
        return (
          <div className={`stations-view${station !== null || isAdding ? ' open' : ''}`}>
            <div className="stations-side">
              <KitLine key={saved} />
              <StationPicker
                district={district}
                stations={stations}
                removed={removed}
                chosen={chosen}
                onChoose={open}
              />
              {isDistrict && (
                <>
                  <p>
                    <button type="button" className="button quiet" onClick={() => open(null, true)}>
                      {words.add}
                    </button>
                  </p>
                  <StationUpload district={district} onDone={() => onSaved(chosen)} />
                </>
              )}
            </div>
            <div className="stations-main" id="station">
              {saved > 0 && (
                <Outcome key={saved} tone="good">
                  <p>{words.saved}</p>
                </Outcome>
              )}
              {station === null && !isAdding ? (
                <p className="notice plain">{words.choose}</p>
              ) : (
                <StationEditor
                  key={`${chosen} ${saved} ${station?.correction?.version} ${isAdding}`}
                  district={district}
                  station={isAdding ? null : station}
                  removed={removed.some(({ id }) => id === chosen)}
                  reports={reports}
                  onSaved={onSaved}
                />
              )}
              {station !== null && !isAdding && (
                <StationRecord key={station.id} district={district} station={station.id} />
              )}
            </div>
          </div>
        );
      }}
    </Await>
  );
}

function useDistrict(district: string) {
  const linked = useAsked();
  const loaded = useLoad('GET /api/stations/:district', { params: { district } });
  const reports = useLoad('GET /api/name-reports');
  const [chosen, setChosen] = useState<string | null>(linked.get('station'));
  const [isAdding, setAdding] = useState(false);
  const [saved, setSaved] = useState(0);
  const show = (station: string | null, adding: boolean) => {
    setAdding(adding);
    setChosen(station);
    keepInAddress({ station });
  };
  const open = (station: string | null, adding = false) => {
    show(station, adding);
    setSaved(0);
  };
  const onSaved = (station: string | null) => {
    show(station, false);
    setSaved((last) => last + 1);
    loaded.reload();
    reports.reload();
  };
  const { state } = reports;
  return {
    loaded,
    /** Reports about the station that is chosen. */
    reports:
      state.kind === 'loaded'
        ? state.value.filter((each) => each.district === district && each.station === chosen)
        : [],
    chosen,
    isAdding,
    saved,
    open,
    onSaved,
  };
}
