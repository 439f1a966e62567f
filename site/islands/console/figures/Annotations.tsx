import { curveEvents } from '../../../../messaging/figures/annotations/curve-events-feature.ts';
import { outcomes } from '../../../../messaging/figures/annotations/outcomes-feature.ts';
import { annotationWordsIn } from '../../../i18n/annotation-words.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole } from '../ui/console-context.ts';
import { FeatureView } from '../ui/feature/FeatureView.tsx';
import { useSay, useSayValue } from '../ui/feature/use-feature.ts';

/** Events on the curve and service outcomes: entered here, shown to the public. */
export function Annotations() {
  const { language } = useConsole();
  const words = annotationWordsIn(language);
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
