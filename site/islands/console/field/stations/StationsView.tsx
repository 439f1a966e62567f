import { useState } from 'react';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole, useDistrictName, useMe } from '../../ui/console-context.ts';
import { DistrictField } from '../../ui/DayField.tsx';
import { isHeld } from '../../ui/Effect.tsx';
import { keepInAddress, useInAddress, useLinkedDistrict } from '../../ui/in-address.ts';
import { Good } from '../../ui/lines.tsx';
import { Await, Button, List, Section } from '../../ui/parts.tsx';
import { type Undo, UndoLine } from '../../ui/UndoLine.tsx';
import { useLoad, usePoll } from '../../ui/use-service.ts';
import { StationPage } from './StationPage.tsx';
import { StationPicker } from './StationPicker.tsx';
import { StationUpload } from './StationUpload.tsx';
import { stationWordsIn } from './station-words.ts';

/** Stations of a district: those who know the names confirm and correct them here. */
export function StationsView() {
  const { districts, words } = useConsole(stationWordsIn);
  const me = useMe();
  const [district, setDistrict] = useState(useLinkedDistrict());
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
      {me.role !== 'district' && (
        <div className="stations-head">
          <p>{words.leadHq}</p>
          <div className="narrow">
            <DistrictField
              label={words.district}
              maybe
              of={offered}
              value={district}
              onChoose={choose}
            />
          </div>
        </div>
      )}
      {district === '' ? <ChangesList /> : <DistrictStations key={district} district={district} />}
    </>
  );
}

/** Corrections of all districts, the latest first. */
function ChangesList() {
  const { language, words, format } = useConsole(stationWordsIn);
  const nameDistrict = useDistrictName();
  const { state, reload } = useLoad('GET /api/stations', { query: { limit: 200 } });
  return (
    <Section id="changes" title={words.changes}>
      <KitLine always />
      <Await state={state} retry={reload}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="notice plain">{words.changesNone}</p>
          ) : (
            <List
              of={changes}
              className="station-list changes"
              keyOf={({ district, station }) => `${district}/${station}`}
            >
              {({ district, station, action, before, after, by, at, held }) => (
                <a
                  href={`${localPath(language, '/console/stations/')}?district=${district}&station=${station}`}
                >
                  <strong>
                    {nameDistrict(district)}: {words.actions[action]}
                  </strong>
                  <span>
                    {words.change(before?.nameHi ?? words.nothing, after?.nameHi ?? words.nothing)}
                  </span>
                  <span className="detail">{words.by(by, format.moment(at))}</span>
                  {held && <span className="mark bad">{words.held}</span>}
                </a>
              )}
            </List>
          )
        }
      </Await>
    </Section>
  );
}

/** Id in the address of a new station's form: no station has an id with a space. */
const added = 'new station';

/** Stations of one district, of which one is open or a new one is written. */
function DistrictStations({ district }: { district: string }) {
  const { words } = useConsole(stationWordsIn);
  const isDistrict = useMe().role === 'district';
  const { loaded, reports, chosen, isAdding, saved, undo, open, onSaved, reload } =
    useDistrict(district);
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
                  <p className="detail">{words.lead}</p>
                  <p>
                    <Button onClick={() => open(added)}>{words.add}</Button>
                  </p>
                  <StationUpload district={district} onDone={() => onSaved(chosen)} />
                </>
              )}
            </div>
            <div className="stations-main" id="station">
              {saved > 0 && undo === null && <Good key={saved}>{words.saved}</Good>}
              {undo !== null && (
                <UndoLine key={saved} undo={undo}>
                  <p>{words.saved}</p>
                </UndoLine>
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
  const [undo, setUndo] = useState<{ run: Undo } | null>(null);
  const open = (station: string | null) => {
    openInAddress(station);
    // The next one that is chosen in the list opens at its name.
    if (station === null) keepInAddress({ part: null });
    setSaved(0);
    setUndo(null);
  };
  const reload = async () => {
    await Promise.all([loaded.reload(), reports.reload()]);
  };
  const onSaved = async (station: string | null, run?: Undo) => {
    await reload();
    keep(station);
    setSaved((last) => last + 1);
    setUndo(run === undefined ? null : { run });
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
    undo:
      undo === null
        ? null
        : async (reason: string) => {
            const answer = await undo.run(reason);
            if (isHeld(answer)) return answer;
            await reload();
            return answer;
          },
    open,
    onSaved,
    reload,
  };
}

/** Progress of the files and pages that follow a correction; nothing while all is up to date. */
function KitLine({ always = false }: { always?: boolean }) {
  const { words } = useConsole(stationWordsIn);
  const { state } = usePoll(({ step }) => step !== 'idle', 'GET /api/kit');
  if (state.kind !== 'loaded') return null;
  const { step, files } = state.value;
  if (step === 'idle' && !always) return null;
  return (
    <div className="kit-line" role="status">
      {files !== null && step !== 'idle' && (
        <progress max={files.total} value={files.made} aria-label={words.kit[step]} />
      )}
      <p className={step === 'failed' ? 'notice bad' : 'detail'}>{words.kit[step]}</p>
    </div>
  );
}
