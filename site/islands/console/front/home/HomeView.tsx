import { ReviewNote } from '../../figures/ReviewNote.tsx';
import { useMe } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { FirstSteps } from '../first-steps/FirstSteps.tsx';
import { AreaFigures } from './AreaFigures.tsx';
import { DistrictHome } from './DistrictHome.tsx';
import { DistrictLetters } from './DistrictLetters.tsx';
import { RecentWork } from './RecentWork.tsx';
import { StateFigures } from './StateFigures.tsx';
import { ToDo } from './ToDo.tsx';
import { useProgress } from './use-progress.ts';

/** Lists the work that waits, each with its one button; below it the office's figures and the newest entries. */
export function HomeView() {
  const { role, area } = useMe();
  return (
    <>
      <FirstSteps />
      <ToDo />
      {role === 'district' && <DistrictHome district={area ?? ''} />}
      {role !== 'district' && role !== 'admin' && role !== 'branch' && <AreaHome />}
    </>
  );
}

function AreaHome() {
  const { role } = useMe();
  const { state, reload } = useProgress();
  const ofState = role === 'pro-dgp' || role === 'hq';
  return (
    <Await state={state} retry={reload}>
      {(file) => (
        <div className="two">
          {ofState ? <StateFigures file={file} /> : <AreaFigures file={file} />}
          <div>
            <RecentWork />
            <ReviewNote />
            {role === 'hq' && <DistrictLetters />}
          </div>
        </div>
      )}
    </Await>
  );
}
