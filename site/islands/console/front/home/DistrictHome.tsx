import { bandNames } from '../../../../../campaigns/words/score-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { wordsSide } from '../../../../i18n/own-language.ts';
import { WithChecklist } from '../../field/boards/WithChecklist.tsx';
import { ReviewNote } from '../../figures/MonthPapers.tsx';
import { Objections } from '../../figures/Objections.tsx';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { viewPath } from '../../ui/views.ts';
import { DistrictCounts } from './DistrictCounts.tsx';
import { FigureRow } from './FigureRow.tsx';
import { RecentWork } from './RecentWork.tsx';
import { useProgress } from './use-progress.ts';

/** The own district in three figures, what happened, and the counts of all other work. */
export function DistrictHome({ district }: { district: string }) {
  const { language, words } = useConsole();
  const nameDistrict = useDistrictName();
  const home = homeWordsIn(language);
  const figures = useProgress();
  const number = (value: number) => formatNumber(value, language);
  const file = figures.state.kind === 'loaded' ? figures.state.value : null;
  const own = file?.districts.find((entry) => entry.district === district);
  const ranked = file?.districts.filter(({ score }) => score?.band != null).length ?? 0;
  return (
    <WithChecklist district={district}>
      {(checklist) => (
        <div className="two">
          <div>
            <FigureRow
              title={words.home.district(nameDistrict(district))}
              figures={[
                {
                  value: number(checklist.stations.length - checklist.missing),
                  label: home.boardsUp(number(checklist.stations.length)),
                  link: viewPath('boards'),
                },
                ...(own === undefined
                  ? []
                  : [{ value: number(own.scans.last7), label: home.scansWeek }]),
                ...(own?.score?.band == null
                  ? []
                  : [
                      {
                        value: bandNames[own.score.band][wordsSide(language)],
                        label: home.placeAmong(number(ranked)),
                        link: `/print/${district}/#score`,
                      },
                    ]),
              ]}
            />
            <p className="detail">
              <a href={localPath(language, `/print/${district}/`)}>
                {home.publicPage(nameDistrict(district))}
              </a>
            </p>
            <RecentWork />
            <Objections may="make" />
          </div>
          <div>
            <DistrictCounts checklist={checklist} />
            <ReviewNote />
          </div>
        </div>
      )}
    </WithChecklist>
  );
}
