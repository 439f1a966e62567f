import type { FactView } from '../../../../messaging/front/facts/facts-schemas.ts';
import { formatDay } from '../../../i18n/format.ts';
import { useConsole } from '../ui/console-context.ts';
import { Await } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';

/** Facts that citizens are told, with their source and who confirmed them for the owner: open ones first. */
export function FactsView() {
  const { words } = useConsole();
  const { state, reload } = useLoad('GET /api/facts');
  return (
    <>
      <p className="lead">{words.facts.lead}</p>
      <Await state={state} retry={reload}>
        {(facts) =>
          facts.length === 0 ? (
            <p role="status">{words.facts.none}</p>
          ) : (
            <>
              <p role="status">
                <strong>
                  {words.facts.open(facts.filter(({ confirmed }) => confirmed === null).length)}
                </strong>
              </p>
              <ul className="plain activities">
                {facts.map((fact) => (
                  <li key={fact.id}>
                    <FactRow fact={fact} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Await>
    </>
  );
}

function FactRow({ fact: { name, value, source, confirmed } }: { fact: FactView }) {
  const { words, language } = useConsole();
  return (
    <div className="fact">
      <h2>{name[language]}</h2>
      <p>{value[language]}</p>
      <p className="detail">
        {words.facts.source}: {source[language]}
      </p>
      <p className={confirmed === null ? 'wrong' : 'detail'}>
        {confirmed === null
          ? words.facts.unconfirmed
          : words.facts.confirmed(confirmed.by[language], formatDay(confirmed.on, language))}
      </p>
    </div>
  );
}
