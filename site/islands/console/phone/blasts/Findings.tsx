import type { Finding } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useBlastWords } from './use-blast-words.ts';

/** Findings of the linter; an error keeps the text from being sent. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { language } = useConsole();
  const words = useBlastWords();
  if (findings.length === 0) return <p className="finding good">{words.text.clean}</p>;
  return (
    <ul className="plain findings">
      {findings.map(({ rule, severity, message }) => (
        <li key={`${rule} ${message.en}`} className={`finding ${severity}`}>
          <strong>{words.text.severities[severity]}:</strong> {message[language]}
        </li>
      ))}
    </ul>
  );
}
