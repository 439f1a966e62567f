import { useEffect, useRef } from 'react';
import { toDay } from '../../../../campaigns/tracker/clock.ts';
import { objections } from '../../../../messaging/figures/objections/objections-feature.ts';
import { ObjectionText } from '../../../components/progress/ObjectionText.tsx';
import { objectionWordsIn } from '../../../i18n/objection-words.ts';
import { useConsole, useDistrictName } from '../ui/console-context.ts';
import { FeatureEntries } from '../ui/feature/FeatureView.tsx';
import { useEntries, useSay } from '../ui/feature/use-feature.ts';
import { Section } from '../ui/parts.tsx';

/** Objections to public figures: a district makes its own, headquarters answers those of all. */
export function Objections({ may }: { may: 'make' | 'answer' }) {
  const { language, words } = useConsole(objectionWordsIn);
  const nameDistrict = useDistrictName();
  const say = useSay();
  const { state, reload } = useEntries(objections);
  const place = useRef<HTMLElement>(null);
  const isLoaded = state.kind === 'loaded';
  // The browser looked for the address' place before there was one.
  useEffect(() => {
    if (isLoaded && location.hash === '#objections') place.current?.scrollIntoView();
  }, [isLoaded]);
  return (
    <Section ref={place} className="objections" id="objections" title={say(objections.title)}>
      <p>{may === 'make' ? words.lead : words.answerLead}</p>
      <FeatureEntries
        of={objections}
        state={state}
        reload={reload}
        open
        row={(entry) => {
          const { madeAt, answer, answeredAt } = entry;
          const answered =
            answer === null || answeredAt === null
              ? null
              : { day: toDay(new Date(answeredAt)), text: answer };
          const objection = { ...entry, day: toDay(new Date(madeAt)), answer: answered };
          return (
            <>
              {may === 'answer' && <strong>{nameDistrict(entry.district)}</strong>}
              <ObjectionText objection={objection} language={language} />
            </>
          );
        }}
      />
    </Section>
  );
}
