import { useState } from 'react';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { keepInAddress, useInAddress } from '../../ui/in-address.ts';
import { Await, Button, Outcome } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { KitLine } from './KitLine.tsx';
import { StationPage } from './StationPage.tsx';
import { StationPicker } from './StationPicker.tsx';
import { StationUpload } from './StationUpload.tsx';
import { stationWordsIn } from './station-words.ts';

/** Id in the address of a new station's form: no station has an id with a space. */
const added = 'new station';

/** Stations of one district, of which one is open or a new one is written. */
export function DistrictStations({ district }: { district: string }) {
  const { words } = useConsole(stationWordsIn);
  const isDistrict = useMe().role === 'district';
  const { loaded, reports, chosen, isAdding, saved, open, onSaved, reload } = useDistrict(district);
  return (
    <Await state={loaded.state} retry={loaded.reload}>
      {({ stations, removed }) => {
        const station = [...stations, ...removed].find(({ id }) => id === chosen) ?? null;
        const isOpen = station !== null || isAdding;
        return (
          <div className={`stations-view${isOpen ? ' open' : ''}`}>
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
                    <Button onClick={() => open(added)}>{words.add}</Button>
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
              {isOpen && (
                <button type="button" className="link all-stations" onClick={() => open(null)}>
                  ← {words.allStations}
                </button>
              )}
              {!isOpen ? (
                <p className="notice plain">{words.choose}</p>
              ) : (
                <StationPage
                  key={`page of ${chosen}`}
                  district={district}
                  station={isAdding ? null : station}
                  removed={removed.some(({ id }) => id === chosen)}
                  reports={reports}
                  onSaved={onSaved}
                  onReload={reload}
                />
              )}
            </div>
          </div>
        );
      }}
    </Await>
  );
}

function useDistrict(district: string) {
  const loaded = useLoad('GET /api/stations/:district', { params: { district } });
  const reports = useLoad('GET /api/name-reports');
  const { value: chosen, open: openInAddress, keep } = useInAddress('station');
  const [saved, setSaved] = useState(0);
  const open = (station: string | null) => {
    openInAddress(station);
    // The next one that is chosen in the list opens at its name.
    if (station === null) keepInAddress({ part: null });
    setSaved(0);
  };
  const reload = async () => {
    await Promise.all([loaded.reload(), reports.reload()]);
  };
  const onSaved = async (station: string | null) => {
    await reload();
    keep(station);
    setSaved((last) => last + 1);
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
    isAdding: chosen === added,
    saved,
    open,
    onSaved,
    reload,
  };
}
