import { useState } from 'react';
import {
  curveEvents,
  outcomes,
} from '../../../../messaging/figures/annotations/annotations-feature.ts';
import { annotationWordsIn } from '../../../i18n/annotation-words.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole } from '../ui/console-context.ts';
import { FeatureView } from '../ui/feature/FeatureView.tsx';
import { useSay } from '../ui/feature/use-feature.ts';
import { Detail, Strong } from '../ui/lines.tsx';
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
            row={({ titleHi, titleEn, enteredBy }, text) => (
              <>
                <Strong>{language === 'hi' ? titleHi : titleEn}</Strong>
                <Detail
                  of={[text.day, text.kind, text.district, `${enteredBy}, ${text.enteredAt}`]}
                />
              </>
            )}
          />
        </div>
        <div>
          <h3>{words.addOutcome}</h3>
          <FeatureView
            of={outcomes}
            open
            row={({ source, enteredBy }, text) => (
              <>
                <Strong>
                  {text.service}: {text.count}
                </Strong>
                <Detail
                  of={[
                    `${say(outcomes.fields.asOf.label)} ${text.asOf}`,
                    source,
                    `${enteredBy}, ${text.enteredAt}`,
                  ]}
                />
              </>
            )}
          />
        </div>
      </div>
    </Section>
  );
}
