import { lateDistricts } from '../../../../../campaigns/tracker/late-districts.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { ReviewNote } from '../../figures/ReviewNote.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { viewPath } from '../../ui/views.ts';
import type { ProgressFile } from '../boards/use-district-table.ts';
import { FirstSteps } from '../first-steps/FirstSteps.tsx';
import { DistrictHome } from './DistrictHome.tsx';
import { DistrictLetters } from './DistrictLetters.tsx';
import { FigureRow } from './FigureRow.tsx';
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

/** A zone's or a range's districts in three figures. */
function AreaFigures({ file }: { file: ProgressFile }) {
  const { language, districts } = useConsole();
  const { role, area, office } = useMe();
  const words = homeWordsIn(language);
  const own = new Set(
    districts
      .filter(({ zone, range }) => (role === 'zone' ? zone : range) === area)
      .map(({ id }) => id),
  );
  const entries = file.districts.filter(({ district }) => own.has(district));
  const sum = (pick: (entry: (typeof entries)[number]) => number) =>
    formatNumber(
      entries.reduce((total, entry) => total + pick(entry), 0),
      language,
    );
  return (
    <FigureRow
      title={office[language]}
      figures={[
        {
          value: sum(({ boards }) => boards.up),
          label: words.boardsUp(sum(({ boards }) => boards.stations)),
          link: viewPath('boards'),
        },
        { value: sum(({ scans }) => scans.last7), label: words.scansWeek },
        {
          value: formatNumber(lateDistricts(file, own).length, language),
          label: words.lateAmong(formatNumber(entries.length, language)),
          link: `${viewPath('boards')}?state=behind`,
        },
      ]}
    />
  );
}
