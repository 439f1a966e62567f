import { plural } from '../../../../campaigns/words/plural.ts';
import type { FactView } from '../../../../messaging/front/facts/routes.ts';
import { inEachLanguage } from '../../../i18n/own-language.ts';
import { useConsole } from '../ui/console-context.ts';
import { Detail } from '../ui/lines.tsx';
import { Await, List } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';

const viewWordsIn = inEachLanguage({
  lead: [
    'नागरिकों को जो बताया जाता है: हर तथ्य का स्रोत, और उसकी पुष्टि किसने कब की। पुष्टि कार्यालय के नाम और दिनांक के साथ facts.yaml में लिखी जाती है।',
    'What citizens are told: the source of each fact, and who confirmed it when. A confirmation is written into the campaign’s file facts.yaml, with office and day.',
  ],
  none: ['इस अभियान में कोई तथ्य सूची में नहीं है।', 'This campaign lists no facts.'],
  open: (count: number) => [
    count === 0 ? 'सभी तथ्यों की पुष्टि हो चुकी है।' : `${count} तथ्यों की पुष्टि शेष है।`,
    count === 0
      ? 'All facts are confirmed.'
      : `${count} ${plural.en(count, 'fact is', 'facts are')} not confirmed.`,
  ],
  source: ['स्रोत', 'Source'],
  unconfirmed: ['पुष्टि शेष है', 'Not confirmed'],
  confirmed: (by: string, on: string) => [`पुष्टि: ${by}, ${on}`, `Confirmed by ${by}, ${on}`],
});

/** Facts that citizens are told, with their source and who confirmed them for the owner: open ones first. */
export function FactsView() {
  const { language } = useConsole();
  const viewWords = viewWordsIn(language);
  const { state, reload } = useLoad('GET /api/facts');
  return (
    <>
      <p className="lead">{viewWords.lead}</p>
      <Await state={state} retry={reload}>
        {(facts) =>
          facts.length === 0 ? (
            <p role="status">{viewWords.none}</p>
          ) : (
            <>
              <p role="status">
                <strong>
                  {viewWords.open(facts.filter(({ confirmed }) => confirmed === null).length)}
                </strong>
              </p>
              <List of={facts} className="activities">
                {(fact) => <FactRow fact={fact} />}
              </List>
            </>
          )
        }
      </Await>
    </>
  );
}

function FactRow({ fact: { name, value, source, confirmed } }: { fact: FactView }) {
  const { language, format } = useConsole();
  const viewWords = viewWordsIn(language);
  return (
    <div className="fact">
      <h2>{name[language]}</h2>
      <p>{value[language]}</p>
      <Detail>
        {viewWords.source}: {source[language]}
      </Detail>
      <p className={confirmed === null ? 'wrong' : 'detail'}>
        {confirmed === null
          ? viewWords.unconfirmed
          : viewWords.confirmed(confirmed.by[language], format.day(confirmed.on))}
      </p>
    </div>
  );
}
