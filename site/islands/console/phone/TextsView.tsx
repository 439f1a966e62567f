import { registrars } from '../../../../campaigns/messages/registrars.ts';
import { Await } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';
import { CallScriptCard } from './CallScriptCard.tsx';
import { TextCard } from './TextCard.tsx';
import { TextCheck } from './TextCheck.tsx';
import { usePhoneWords } from './use-phone-words.ts';
import { usePrice } from './use-price.ts';

const spoken = ['hi', 'en'] as const;

/** The registered texts as a phone shows them, the linter for a new one, and the words of the call. */
export function TextsView() {
  const words = usePhoneWords();
  const { state, reload } = useLoad('GET /api/templates');
  const price = usePrice();
  const titles = { sms: words.texts.sms, check: words.check.title, call: words.call.title };
  return (
    <Await state={state} retry={reload}>
      {({ principalEntityId, registrar, registered, templates, call }) => (
        <>
          <ul className="plain row phone-jumps">
            {(['sms', 'check', 'call'] as const).map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{titles[part]}</a>
              </li>
            ))}
          </ul>
          {!registered && <p className="notice plain">{words.texts.unregistered}</p>}
          <section aria-labelledby="sms">
            <h2 id="sms">{titles.sms}</h2>
            <p>{words.texts.lead}</p>
            <p className="detail">
              {words.texts.principalEntity}: {principalEntityId ?? words.texts.notYet}
              {registrar !== null && ` · ${words.texts.registrar}: ${registrars[registrar].name}`}
            </p>
            {spoken.map((language) => (
              <section key={language} aria-labelledby={`sms-${language}`}>
                <h3 id={`sms-${language}`}>{words.texts.inLanguage[language]}</h3>
                <ul className="plain cards">
                  {templates
                    .filter(({ template }) => template.language === language)
                    .map((text) => (
                      <TextCard key={text.template.id} text={text} price={price} />
                    ))}
                </ul>
              </section>
            ))}
          </section>
          <section aria-labelledby="check">
            <h2 id="check">{titles.check}</h2>
            <p>{words.check.lead}</p>
            <TextCheck header={templates[0]?.template.header ?? ''} price={price} />
          </section>
          <section aria-labelledby="call">
            <h2 id="call">{titles.call}</h2>
            <p>{words.call.lead}</p>
            <ul className="plain cards">
              {spoken.map((language) => (
                <CallScriptCard key={language} script={call[language]} spoken={language} />
              ))}
            </ul>
          </section>
        </>
      )}
    </Await>
  );
}
