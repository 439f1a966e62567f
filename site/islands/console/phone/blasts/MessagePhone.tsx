import type {
  MessageCategory,
  MessageLanguage,
} from '../../../../../campaigns/messages/messages.ts';
import type { Finding } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Facts } from '../../ui/Facts.tsx';
import { PhonePreview } from '../texts/PhonePreview.tsx';
import { useCheck } from '../texts/use-check.ts';
import { Findings } from './Findings.tsx';
import { useBlastWords } from './use-blast-words.ts';

interface MessagePhoneProps {
  text: {
    language: MessageLanguage;
    category: MessageCategory;
    header: string;
    body: string;
    /** Null while it is not registered. */
    templateId: string | null;
  };
  paisePerSegment: number | undefined;
  /** The blast's; null until it is approved or tested. */
  shortCode: string | null;
  /** Of the registered text; those of what is filled in come to them. Absent where they are not wanted. */
  findings?: readonly Finding[];
}

/** A text as a phone shows it: how long it is, in how many parts, for how much, and whether it is registered. */
export function MessagePhone({ text, paisePerSegment, shortCode, findings }: MessagePhoneProps) {
  const { language } = useConsole();
  const words = useBlastWords();
  const { checked } = useCheck({ ...text, text: text.body });
  const count = (value: number) => formatNumber(value, language);
  const measure = checked?.measure;
  const oneMore = checked?.oneMore;
  // What is typed into a variable may promote, where the registered text does not.
  const known = new Set(findings?.map(({ message }) => message.en));
  const ofValues = (checked?.findings ?? []).filter(
    ({ rule, message }) =>
      (rule === 'promotional-wording' || rule.startsWith('link-')) && !known.has(message.en),
  );
  return (
    <div className="message-phone">
      <PhonePreview kind="sms" language={text.language} header={text.header} body={text.body} />
      <Facts
        className="facts"
        facts={[
          [
            words.text.size,
            measure === undefined
              ? words.content.counting
              : words.text.units(count(measure.units), words.text.encodings[measure.encoding]),
          ],
          [words.text.parts, measure === undefined ? '…' : words.text.segments(measure.segments)],
          paisePerSegment !== undefined && [
            words.text.price,
            measure === undefined
              ? '…'
              : formatRupees(measure.segments * paisePerSegment, language),
          ],
          [
            words.text.oneMore,
            oneMore === undefined || measure === undefined
              ? '…'
              : oneMore.segments === 0
                ? words.text.free(count(measure.unitsLeft))
                : words.text.dearer(Math.round(oneMore.share * 100)),
          ],
          [words.content.template, text.templateId ?? words.content.unregistered],
        ]}
      />
      {shortCode === null && <p className="detail">{words.text.sampleLink}</p>}
      {findings !== undefined && <Findings findings={[...findings, ...ofValues]} />}
    </div>
  );
}
