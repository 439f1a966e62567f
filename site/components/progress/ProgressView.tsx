import { boardLevels } from '../../../campaigns/activities/board-level.ts';
import { formatMonth } from '../../../campaigns/numbers.ts';
import { boardLevelNames } from '../../../campaigns/words/board-level-words.ts';
import {
  curveEvents,
  outcomes,
} from '../../../messaging/figures/annotations/annotations-feature.ts';
import { annotationWordsIn } from '../../i18n/annotation-words.ts';
import { boardLevelWordsIn } from '../../i18n/board-level-words.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { type Language, localPath } from '../../i18n/language.ts';
import { sayPair, wordsSide, wordsTag } from '../../i18n/own-language.ts';
import { progressSide, progressWordsIn } from '../../i18n/progress-words.ts';
import { BoardLevels } from './BoardLevels.tsx';
import { BurnUpChart, ChartKey } from './BurnUpChart.tsx';
import { DayTable, ForecastTable } from './DayTable.tsx';
import { DirectionTable } from './DirectionTable.tsx';
import { DistrictMaps } from './DistrictMaps.tsx';
import { Figures } from './Figures.tsx';
import { League } from './League.tsx';
import { MyDistricts } from './MyDistricts.tsx';
import { isUntouched, nameDistrict, type ProgressProps } from './progress-page.ts';
import { Sources } from './Sources.tsx';

/** Everything of the progress page that changes with the figures. */
export function ProgressView(props: ProgressProps) {
  const { file, language } = props;
  const words = progressWordsIn(language);
  const annotations = annotationWordsIn(language);
  const untouched = isUntouched(file);
  return (
    <>
      <Figures {...props} />
      <TimeControls language={language} />
      {untouched ? (
        <Section id="league" title={words.league} file={file} sample={words.sample}>
          <p>
            {words.nothingYet}{' '}
            {file.directions.length > 0 && (
              <a href={localPath(language, '/campaign/')}>{words.plan}</a>
            )}
          </p>
        </Section>
      ) : (
        <Section id="map" title={words.map} file={file} sample={words.sample}>
          <div className="beside">
            <DistrictMaps {...props} />
            <MyDistricts {...props} />
          </div>
        </Section>
      )}
      <Section id="chart" title={words.chart} file={file} sample={words.sample}>
        {file.downloads.kind === 'none' && <p className="detail">{words.chartEmpty}</p>}
        <div className="beside">
          <div>
            <BurnUpChart {...props} />
            <ChartKey {...props} />
          </div>
          <DayTable {...props} />
        </div>
        <ForecastTable {...props} />
        <h3 id="events" lang={wordsTag(language)}>
          {annotations.events} {file.sample && <span className="tag">{words.sample}</span>}
        </h3>
        <Events {...props} />
      </Section>
      {!untouched && (
        <Section id="league" title={words.league} file={file} sample={words.sample}>
          <League {...props} />
        </Section>
      )}
      <Section
        id="outcomes"
        lang={wordsTag(language)}
        title={annotations.outcomes}
        file={file}
        sample={words.sample}
      >
        <Outcomes {...props} />
      </Section>
      {file.directions.length > 0 && (
        <Section
          id="directions"
          title={words.directions}
          file={file}
          sample={words.sample}
          folded={countStandings(file, language)}
        >
          <DirectionTable {...props} />
        </Section>
      )}
      {!untouched && (
        <Section
          id="levels"
          lang={wordsTag(language)}
          title={boardLevelWordsIn(language).title}
          file={file}
          sample={words.sample}
          folded={countLevels(file, language)}
        >
          <BoardLevels language={language} counts={file.boards.levels} />
        </Section>
      )}
      <Section
        id="ladder"
        lang={wordsTag(language)}
        title={annotations.ladder}
        file={file}
        sample={words.sample}
        folded={annotations.ladderLead}
      >
        <Ladder {...props} />
      </Section>
      <Section
        id="sources"
        title={words.sources}
        file={file}
        sample={words.sample}
        folded={nameSources(file, language)}
      >
        <Sources {...props} />
      </Section>
    </>
  );
}

/** For the script that draws the figures of a day or a period; without one there is nothing to choose. */
function TimeControls({ language }: { language: Language }) {
  const words = progressWordsIn(language);
  return (
    <div className="time">
      <fieldset>
        <legend className="sr-only">{words.period}</legend>
        {(['all', 'week'] as const).map((period, at) => (
          <label key={period}>
            <input type="radio" name="period" value={period} defaultChecked={at === 0} />{' '}
            {words.periods[period]}
          </label>
        ))}
      </fieldset>
      <p hidden>
        <label htmlFor="known-on">{words.knownOn}</label>
        <input id="known-on" type="range" min="0" max="0" defaultValue="0" />
        <output htmlFor="known-on" />
      </p>
      <div role="status">
        <p className="notice not-had" hidden>
          {words.notHad}{' '}
          <button type="button" className="link">
            {words.tryAgain}
          </button>
        </p>
      </div>
    </div>
  );
}

interface SectionProps {
  id: string;
  /** Of words that stand in for the page's own. */
  lang?: 'hi' | 'en' | undefined;
  title: string;
  file: ProgressProps['file'];
  sample: string;
  /** Line that is read while it is folded; without one the part is open. */
  folded?: string | undefined;
  children: React.ReactNode;
}

/** A part of the page; sample data says so beside every heading. */
function Section({ id, lang, title, file, sample, folded, children }: SectionProps) {
  const heading = (
    <h2 id={id}>
      {title} {file.sample && <span className="tag">{sample}</span>}
    </h2>
  );
  return (
    <section aria-labelledby={id} lang={lang}>
      {folded === undefined ? (
        <>
          {heading}
          {children}
        </>
      ) : (
        <details>
          <summary>
            {heading} <span className="detail">{folded}</span>
          </summary>
          {children}
        </details>
      )}
    </section>
  );
}

/** How many directions are at each standing. */
function countStandings({ directions }: ProgressProps['file'], language: Language): string {
  const { directionStatus } = progressWordsIn(language);
  return (['done', 'under-way', 'not-begun'] as const)
    .flatMap((status) => {
      const count = directions.filter((direction) => direction.status === status).length;
      return count === 0 ? [] : `${directionStatus[status]}: ${formatNumber(count, language)}`;
    })
    .join(' · ');
}

function countLevels({ boards }: ProgressProps['file'], language: Language): string {
  return boardLevels
    .toReversed()
    .map((level) => {
      const name = boardLevelNames[level][wordsSide(language)];
      return `${name}: ${formatNumber(boards.levels[level], language)}`;
    })
    .join(' · ');
}

/** Each source with its last day; where there is none, the part itself says so. */
function nameSources({ downloads }: ProgressProps['file'], language: Language): string | undefined {
  if (downloads.kind === 'none') return undefined;
  return downloads.freshness
    .map(({ source, lastDay }) => {
      const { sourceNames } = progressWordsIn(language);
      return `${sourceNames[source]}: ${formatDay(lastDay, progressSide(language))}`;
    })
    .join(' · ');
}

/** Events by their number on the curve. */
function Events({ file, places, language }: ProgressProps) {
  if (file.events.length === 0)
    return (
      <p lang={wordsTag(language)}>{sayPair(curveEvents.empty ?? curveEvents.title, language)}</p>
    );
  return (
    <ol className="plain events" lang={wordsTag(language)}>
      {file.events.map(({ id, day, kind, title, district }, at) => (
        <li key={id}>
          <span className="event-number">{at + 1}</span> <strong>{title[language]}</strong>{' '}
          <span className="detail">
            {[
              formatDay(day, wordsSide(language)),
              sayPair(curveEvents.fields.kind.options[kind], language),
              district === null
                ? annotationWordsIn(language).wholeState
                : nameDistrict(district, places.districts, language),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The goals one after the other, with totals that others stated. */
function Ladder({ file, places, language }: ProgressProps) {
  const words = annotationWordsIn(language);
  const { ladder, milestones } = places;
  const findState = (downloads: number) => {
    const earlier = file.earlier?.find((goal) => goal.downloads === downloads);
    if (earlier !== undefined) return earlier.reached ? 'reached' : 'over';
    return file.goal.downloads === downloads ? 'now' : 'next';
  };
  return (
    <div className="ladder">
      <ol className="plain">
        {ladder.map(({ downloads, endsOn, source }) => {
          const state = findState(downloads);
          return (
            <li key={downloads} className={state}>
              <strong>
                {words.goal(
                  formatNumber(downloads, language),
                  formatDay(endsOn, wordsSide(language)),
                )}
              </strong>{' '}
              <span className="state-mark">{words.ladderStates[state]}</span>
              <span className="detail">{source[language]}</span>
            </li>
          );
        })}
      </ol>
      {milestones.length > 0 && (
        <div>
          <h3>{words.milestones}</h3>
          <p className="detail">{words.milestonesLead}</p>
          <ul className="plain">
            {milestones.map(({ downloads, over, month, source }) => (
              <li key={month}>
                <strong>
                  {formatMonth(month, wordsSide(language))}:{' '}
                  {over
                    ? words.over(formatNumber(downloads, language))
                    : formatNumber(downloads, language)}
                </strong>
                <span className="detail">{source[language]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Totals of what services brought to citizens, each with its day and its source. */
function Outcomes({ file, language }: Pick<ProgressProps, 'file' | 'language'>) {
  const words = annotationWordsIn(language);
  if (file.outcomes.length === 0)
    return <p>{sayPair(outcomes.empty ?? outcomes.title, language)}</p>;
  return (
    <>
      <p className="detail">{words.outcomesLead}</p>
      <dl className="figures outcomes">
        {file.outcomes.map(({ id, name, count, from, asOf, closedInDays, source, url }) => (
          <div key={id}>
            <dt>{name[language]}</dt>
            <dd className="value">{formatNumber(count, language)}</dd>
            <dd className="detail">
              {from != null && `${words.since(formatDay(from, wordsSide(language)))} `}
              {words.upTo(formatDay(asOf, wordsSide(language)))}
              {closedInDays != null && ` · ${words.closedIn(closedInDays.toFixed(1))}`} ·{' '}
              {words.source}:{' '}
              {url === null ? (
                source
              ) : (
                <a href={url} rel="noopener noreferrer">
                  {source}
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
