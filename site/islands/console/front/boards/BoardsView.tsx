import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { WithChecklist } from '../../field/boards/WithChecklist.tsx';
import { DrawnBoards } from '../../field/inspections/DrawnBoards.tsx';
import { DueBoards } from '../../field/inspections/DueBoards.tsx';
import { InspectBoard } from '../../field/inspections/InspectBoard.tsx';
import { ClosedCodes } from '../../scanning/codes/ClosedCodes.tsx';
import { ReportedCodes } from '../../scanning/codes/ReportedCodes.tsx';
import { useConsole, useDistrictName, useMay, useMe } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useInAddress } from '../../ui/use-in-address.ts';
import { viewPath } from '../../ui/views.ts';
import { ConsoleScore } from '../home/ConsoleScore.tsx';
import { DistrictCounts } from '../home/DistrictCounts.tsx';
import { useProgress } from '../home/use-progress.ts';
import { DistrictBoards } from './DistrictBoards.tsx';
import { DistrictTable } from './DistrictTable.tsx';

/** Boards by station: the own district's, or the districts of the area, each of which opens. */
export function BoardsView() {
  const me = useMe();
  const chosen = new URLSearchParams(location.search).get('district');
  const district = me.role === 'district' ? me.area : chosen;
  const { value: code, open } = useInAddress('code');
  if (code !== null) return <InspectBoard key={code} code={code} onBack={() => open(null)} />;
  return district === null ? (
    <AreaBoards onInspect={open} />
  ) : (
    <OneDistrict district={district} onInspect={open} />
  );
}

interface Inspecting {
  onInspect: (code: string) => void;
}

function AreaBoards({ onInspect }: Inspecting) {
  const may = useMay();
  const { state, reload } = useProgress();
  return (
    <Await state={state} retry={reload}>
      {(file) => (
        <>
          {may('board.draw') && <DrawnBoards onInspect={onInspect} />}
          {may('code-report.read') && <ReportedCodes />}
          <DueBoards onInspect={onInspect} />
          <DistrictTable file={file} />
          {may('code.close') && <ClosedCodes />}
        </>
      )}
    </Await>
  );
}

function OneDistrict({ district, onInspect }: { district: string } & Inspecting) {
  const { language, words } = useConsole();
  const nameDistrict = useDistrictName();
  const may = useMay();
  const isOwn = useMe().role === 'district';
  return (
    <>
      {!isOwn && (
        <p>
          <a href={localPath(language, viewPath('boards'))}>{words.home.all}</a>
        </p>
      )}
      <h2>{words.home.district(nameDistrict(district))}</h2>
      <p className="detail">
        <a href={localPath(language, `/print/${district}/`)}>
          {homeWordsIn(language).publicPage(nameDistrict(district))}
        </a>
      </p>
      {!isOwn && <ConsoleScore district={district} />}
      {may('code-report.read') && <ReportedCodes district={district} />}
      <DueBoards district={district} onInspect={onInspect} />
      <WithChecklist district={district}>
        {(checklist, reload) => (
          <div className="two">
            <DistrictBoards checklist={checklist} onChanged={reload} />
            {!isOwn && <DistrictCounts checklist={checklist} />}
          </div>
        )}
      </WithChecklist>
      {isOwn && may('code.close') && <ClosedCodes />}
    </>
  );
}
