import { annotationWordsIn } from '../../i18n/annotation-words.ts';
import { boardLevelWordsIn } from '../../i18n/board-level-words.ts';
import { localPath } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { BoardLevels } from './BoardLevels.tsx';
import { BurnUpChart, ChartKey } from './BurnUpChart.tsx';
import { DayTable, ForecastTable } from './DayTable.tsx';
import { DirectionTable } from './DirectionTable.tsx';
import { DistrictMaps } from './DistrictMaps.tsx';
import { EventTable } from './EventTable.tsx';
import { Figures } from './Figures.tsx';
import { Ladder } from './Ladder.tsx';
import { League } from './League.tsx';
import { Outcomes } from './Outcomes.tsx';
import { isUntouched, type ProgressProps } from './progress-page.ts';
import { Sources } from './Sources.tsx';

/** Everything of the progress page that changes with the figures. */
export function ProgressView(props: ProgressProps) {
  const { file, language } = props;
  const words = progressWordsIn(language);
  const annotations = annotationWordsIn(language);
  return (
    <>
      <Figures {...props} />
      <Section id="chart" title={words.chart} file={file} sample={words.sample}>
        {file.downloads.kind === 'none' && <p className="detail">{words.chartEmpty}</p>}
        <div className="beside">
          <div>
            <BurnUpChart file={file} language={language} />
            <ChartKey file={file} language={language} />
          </div>
          <DayTable {...props} />
        </div>
        <ForecastTable {...props} />
      </Section>
      <Section id="events" title={annotations.events} file={file} sample={words.sample}>
        <EventTable {...props} />
      </Section>
      <Section id="ladder" title={annotations.ladder} file={file} sample={words.sample}>
        <Ladder {...props} />
      </Section>
      <Section id="outcomes" title={annotations.outcomes} file={file} sample={words.sample}>
        <Outcomes {...props} />
      </Section>
      {file.directions.length > 0 && (
        <Section id="directions" title={words.directions} file={file} sample={words.sample}>
          <DirectionTable {...props} />
        </Section>
      )}
      {isUntouched(file) ? (
        <Section id="league" title={words.league} file={file} sample={words.sample}>
          <p>
            {words.nothingYet}{' '}
            {file.directions.length > 0 && (
              <a href={localPath(language, '/campaign/')}>{words.plan}</a>
            )}
          </p>
        </Section>
      ) : (
        <>
          <Section id="map" title={words.map} file={file} sample={words.sample}>
            <DistrictMaps {...props} />
          </Section>
          <Section
            id="levels"
            title={boardLevelWordsIn(language).title}
            file={file}
            sample={words.sample}
          >
            <BoardLevels language={language} counts={file.boards.levels} />
          </Section>
          <Section id="league" title={words.league} file={file} sample={words.sample}>
            <League {...props} />
          </Section>
        </>
      )}
      <Section id="sources" title={words.sources} file={file} sample={words.sample}>
        <Sources {...props} />
      </Section>
    </>
  );
}

interface SectionProps {
  id: string;
  title: string;
  file: ProgressProps['file'];
  sample: string;
  children: React.ReactNode;
}

/** A part of the page; sample data says so beside every heading. */
function Section({ id, title, file, sample, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} {file.sample && <span className="tag">{sample}</span>}
      </h2>
      {children}
    </section>
  );
}
