import type { NumberAnswer } from '../../../../../messaging/phone/numbers/numbers-schemas.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { useCodeText } from '../use-code-text.ts';
import { usePhoneWords } from '../use-phone-words.ts';

interface MessageTableProps {
  messages: readonly Omit<NumberAnswer['messages'][number], 'changedAt' | 'providerId'>[];
  title: string;
}

/** Messages to one number, the latest first. */
export function MessageTable({ messages, title }: MessageTableProps) {
  const { language } = useConsole();
  const words = usePhoneWords();
  const explainCode = useCodeText();
  return (
    <table className="figures-table phone-wide">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.numbers.blast}</th>
          <th scope="col" className="words">
            {words.numbers.state}
          </th>
          <th scope="col" className="words">
            {words.numbers.when}
          </th>
        </tr>
      </thead>
      <tbody>
        {messages.map(({ blastId, blast, channel, status, submittedAt, errorCode }) => (
          <tr key={`${blastId} ${submittedAt}`}>
            <th scope="row">
              <a href={`${localPath(language, '/console/blasts/')}?id=${blastId}`}>{blast}</a>
            </th>
            <td className="words" data-label={words.numbers.state}>
              {words.channels[channel]}: {words.numbers.statuses[channel][status]}
              {errorCode !== null && <span className="detail"> ({explainCode(errorCode)})</span>}
            </td>
            <td className="words" data-label={words.numbers.when}>
              {submittedAt === null ? words.numbers.notSent : formatMoment(submittedAt, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
