import { type ReactNode, useId } from 'react';
import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import { bandNames } from '../../../../../campaigns/words/score-words.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { wordsSide } from '../../../../i18n/own-language.ts';
import { useActivityPlace } from '../../field/activities/ActivityBar.tsx';
import { WithChecklist } from '../../field/boards/WithChecklist.tsx';
import { ReviewNote } from '../../figures/MonthPapers.tsx';
import { Objections } from '../../figures/Objections.tsx';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { Fold } from '../../ui/lines.tsx';
import { Await, List, Section } from '../../ui/parts.tsx';
import { useLive } from '../../ui/use-service.ts';
import { viewPath } from '../../ui/views.ts';
import { DistrictCounts } from './DistrictCounts.tsx';
import { useProgress } from './home-context.ts';

/** The own district in three figures, what happened, and the counts of all other work. */
export function DistrictHome({ district }: { district: string }) {
  const { language, words, format } = useConsole();
  const nameDistrict = useDistrictName();
  const home = homeWordsIn(language);
  const figures = useProgress();
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
                  value: format.number(checklist.stations.length - checklist.missing),
                  label: home.boardsUp(format.number(checklist.stations.length)),
                  link: viewPath('boards'),
                },
                ...(own === undefined
                  ? []
                  : [{ value: format.number(own.scans.last7), label: home.scansWeek }]),
                ...(own?.score?.band == null
                  ? []
                  : [
                      {
                        value: bandNames[own.score.band][wordsSide(language)],
                        label: home.placeAmong(format.number(ranked)),
                        link: `/progress/${district}/`,
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
            <Papers />
          </div>
        </div>
      )}
    </WithChecklist>
  );
}

/** Papers of the month, behind one line: the home itself asks nothing. */
export function Papers({ children }: { children?: ReactNode }) {
  return (
    <Fold className="papers" title={useConsole(homeWordsIn).words.papers}>
      <ReviewNote />
      {children}
    </Fold>
  );
}

interface Figure {
  value: string;
  label: string;
  /** Page of what is counted, in Hindi. */
  link?: string;
}

/** Three figures at most, large, each above what it counts. */
export function FigureRow({ title, figures }: { title: string; figures: readonly Figure[] }) {
  const { language } = useConsole();
  const id = useId();
  return (
    <Section id={id} title={title}>
      <dl className="figure-row">
        {figures.map(({ value, label, link }) => (
          <div key={label}>
            <dt>{link === undefined ? label : <a href={localPath(language, link)}>{label}</a>}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const shownRows = 5;

/** The newest entries of the officer's area and what became of each. */
export function RecentWork() {
  const { language, words, format } = useConsole();
  const { state, reload } = useLive(['activity'], 'GET /api/activities', {
    query: { order: 'newest', limit: shownRows },
  });
  const namePlace = useActivityPlace();
  return (
    <Section id="recent" title={homeWordsIn(language).recent}>
      <Await state={state} retry={reload}>
        {({ activities }) => (
          <List of={activities} className="recent-work" none={homeWordsIn(language).noneRecent}>
            {(activity) => (
              <>
                <strong>{activityForms[activity.kind].title[language]}</strong>{' '}
                <span className={`state ${activity.status}`}>{words.status[activity.status]}</span>
                <span className="detail">
                  {namePlace(activity)} · {format.day(activity.day)}
                </span>
              </>
            )}
          </List>
        )}
      </Await>
    </Section>
  );
}
