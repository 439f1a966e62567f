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
          <section aria-labelledby="upload">
            <h2 id="upload">{reportWords.upload}</h2>
            <p>{reportWords.lead}</p>
            <ReportUpload onStored={onStored} />
          </section>
          <section aria-labelledby="manual">
            <h2 id="manual">{reportWords.manual}</h2>
            <p>{reportWords.manualLead}</p>
            <ManualFigure onStored={onStored} />
          </section>
        </div>
        <section aria-labelledby="history">
          <h2 id="history">{reportWords.history}</h2>
          <ReportHistory round={round} />
        </section>
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
    <section className="annotations" aria-labelledby="annotations">
      <h2 id="annotations">{words.manage}</h2>
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
                <p>
                  <strong>{language === 'hi' ? titleHi : titleEn}</strong>
                </p>
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
                <p>
                  <strong>
                    {sayValue(outcomes.fields.service, service)}:{' '}
                    {sayValue(outcomes.fields.count, count)}
                  </strong>
                </p>
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
    </section>
  );
}
