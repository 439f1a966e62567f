import { providerCode } from '../../../../../campaigns/words/provider-codes.ts';
import { recipientStatusNames } from '../../../../../campaigns/words/recipient-words.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatRupees } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { useBlastWords } from './use-blast-words.ts';

/** Tests of each version of the text, with who, when and the outcome; no numbers. */
export function TestList({ detail: { blast, tests } }: { detail: BlastDetail }) {
  const { language } = useConsole();
  const words = useBlastWords();
  const statuses = recipientStatusNames[language][blast.channel];
  if (tests.length === 0) return null;
  return (
    <section className="test-list">
      <h3>{words.test.list}</h3>
      <ul className="plain">
        {tests.map((test) => (
          <li key={test.id}>
            <strong>
              {test.status === 'submitting' ? statuses.unknown : statuses[test.status]}
            </strong>
            {test.errorCode !== null &&
              ` (${providerCode(test.errorCode, language) ?? test.errorCode})`}
            <br />
            <span className="detail">
              {words.test.by(test.personName, formatMoment(test.at, language))} ·{' '}
              {words.languages[test.language]} ·{' '}
              {words.test.version(test.revision, test.revision === blast.revision)} ·{' '}
              {formatRupees(test.paise, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
