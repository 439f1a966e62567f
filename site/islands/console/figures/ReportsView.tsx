import { useState } from 'react';
import {
  curveEvents,
  outcomes,
} from '../../../../messaging/figures/annotations/annotations-feature.ts';
import { annotationWordsIn } from '../../../i18n/annotation-words.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole } from '../ui/console-context.ts';
import { FeatureView } from '../ui/feature/FeatureView.tsx';
import { useSay, useSayValue } from '../ui/feature/use-feature.ts';
import { Strong } from '../ui/lines.tsx';
import { Section } from '../ui/parts.tsx';
import { figureWordsIn } from './figure-words.ts';
import { ManualFigure } from './ManualFigure.tsx';
import { Objections } from './Objections.tsx';
import { ReportHistory } from './ReportHistory.tsx';
import { ReportUpload } from './ReportUpload.tsx';

/** The stores' reports, and figures that HQ got otherwise. */
export function ReportsView() {
  const { language } = useConsole();
  const reportWords = figureWordsIn(language).reports;
  const [round, setRound] = useState(0);
  const onStored = () => setRound((last) => last + 1);
  return (
    <>
      <div className="two">
        <div>
          <Section id="upload" title={reportWords.upload}>
            <p>{reportWords.lead}</p>
            <ReportUpload onStored={onStored} />
          </Section>
          <Section id="manual" title={reportWords.manual}>
            <p>{reportWords.manualLead}</p>
            <ManualFigure onStored={onStored} />
          </Section>
        </div>
        <Section id="history" title={reportWords.history}>
          <ReportHistory round={round} />
        </Section>
      </div>
      <Annotations />
      <Objections may="answer" />
    </>
  );
}

/** Events on the curve and service outcomes: entered here, shown to the public. */
function Annotations() {
  const { language, words } = useConsole(annotationWordsIn);
  const say = useSay();
  const sayValue = useSayValue();
  return (
    <Section className="annotations" id="annotations" title={words.manage}>
      <p>
        {words.manageLead}{' '}
        <a href={localPath(language, '/progress/#events')}>{say(curveEvents.title)}</a>
      </p>
      <div className="two">
        <div>
          <h3>{words.addEvent}</h3>
          <FeatureView
            of={curveEvents}
            open
            row={({ titleHi, titleEn, day, kind, district, enteredBy, enteredAt }) => (
              <>
                <Strong>{language === 'hi' ? titleHi : titleEn}</Strong>
                <p className="detail">
                  {[
                    sayValue(curveEvents.fields.day, day),
                    sayValue(curveEvents.fields.kind, kind),
                    sayValue(curveEvents.fields.district, district),
                    `${enteredBy}, ${sayValue(curveEvents.fields.enteredAt, enteredAt)}`,
                  ].join(' · ')}
                </p>
              </>
            )}
          />
        </div>
        <div>
          <h3>{words.addOutcome}</h3>
          <FeatureView
            of={outcomes}
            open
            row={({ service, count, asOf, source, enteredBy, enteredAt }) => (
              <>
                <Strong>
                  {sayValue(outcomes.fields.service, service)}:{' '}
                  {sayValue(outcomes.fields.count, count)}
                </Strong>
                <p className="detail">
                  {[
                    `${say(outcomes.fields.asOf.label)} ${sayValue(outcomes.fields.asOf, asOf)}`,
                    source,
                    `${enteredBy}, ${sayValue(outcomes.fields.enteredAt, enteredAt)}`,
                  ].join(' · ')}
                </p>
              </>
            )}
          />
        </div>
      </div>
    </Section>
  );
}
