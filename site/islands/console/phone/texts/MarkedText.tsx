import type { Template } from '../../../../../campaigns/messages/messages.ts';
import type { Finding } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { usePhoneWords } from '../use-phone-words.ts';
import { markSpans } from './marked-spans.ts';

interface MarkedTextProps {
  template: Template;
  findings: readonly Finding[];
}

/** The text with the places that findings point at, such as the characters that double its cost. */
export function MarkedText({ template, findings }: MarkedTextProps) {
  const words = usePhoneWords();
  const places = findings.flatMap(({ at }) => at ?? []);
  if (places.length === 0) return null;
  return (
    <>
      <p className="detail">{words.check.marked}</p>
      <p className="phone-marked" lang={template.language}>
        {markSpans(template.text, places).map(({ from, text, found }) =>
          found ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
        )}
      </p>
    </>
  );
}
