import type { Finding } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { useConsole } from '../../ui/console-context.ts';
import { phoneWordsIn } from '../phone-words.ts';

/** Findings of the linter, errors first, each once. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { language, words } = useConsole(phoneWordsIn);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  // The same character may be in many places.
  const byMessage = new Map([...errors, ...others].map((finding) => [finding.message.en, finding]));
  if (byMessage.size === 0) return <p className="phone-findings">{words.texts.clean}</p>;
  return (
    <ul className="plain phone-findings">
      {[...byMessage.values()].map(({ severity, message }) => (
        <li key={message.en}>
          <strong className={severity}>{words.texts.severity[severity]}</strong> {message[language]}
        </li>
      ))}
    </ul>
  );
}
