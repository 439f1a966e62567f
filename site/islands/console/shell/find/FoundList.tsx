import { useConsole } from '../../ui/console-context.ts';
import { findWordsIn } from './find-words.ts';
import { foundKinds, isPhoneNumber } from './found.ts';
import type { Answer } from './use-found.ts';

/** Shows the findings by kind, and says aloud how many there are. */
export function FoundList({ text, answer }: { text: string; answer: Answer | null }) {
  const { language } = useConsole();
  const words = findWordsIn(language);
  if (text.trim() === '') return <p className="detail">{words.lead}</p>;
  if (answer === null) return <p role="status">{words.looking}</p>;
  const { found, isWhole } = answer;
  return (
    <>
      <p role="status" className="detail">
        {found.length === 0 ? words.none(text.trim()) : words.found(found.length)}
        {!isWhole && ` ${words.partly}`}
        {isPhoneNumber(text) && ` ${words.number}`}
      </p>
      {foundKinds.map((kind) => {
        const rows = found.filter((row) => row.kind === kind);
        return (
          rows.length > 0 && (
            <section key={kind} aria-labelledby={`found-${kind}`}>
              <h2 id={`found-${kind}`}>{words.kinds[kind]}</h2>
              <ul className="plain">
                {rows.map(({ title, detail, href }) => (
                  <li key={href}>
                    <a href={href}>
                      <strong>{title}</strong>
                      {detail !== '' && <span>{detail}</span>}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}
