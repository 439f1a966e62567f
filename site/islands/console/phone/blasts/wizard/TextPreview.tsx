import { useEffect, useState } from 'react';
import type { CheckedText } from '../../../../../../messaging/contract/phone/templates.ts';
import { formatNumber, formatRupees } from '../../../../../i18n/format.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { PhonePreview } from '../../PhonePreview.tsx';
import { Findings } from '../Findings.tsx';
import { useBlastWords } from '../use-blast-words.ts';
import { fillText, listTypedKinds } from './draft-form.ts';

interface TextPreviewProps {
  chosen: CheckedText;
  values: readonly string[];
  paisePerSegment: number | undefined;
  /** The blast's; null until it is approved or tested. */
  shortCode: string | null;
}

const linkForm = /(\S+\/q\/)(\w{6})/i;
const typingMs = 300;

/** A text as a phone shows it, what it costs, and what the linter says of it. */
export function TextPreview({ chosen, values, paisePerSegment, shortCode }: TextPreviewProps) {
  const { language, service } = useConsole();
  const words = useBlastWords();
  const { template, preview } = chosen;
  const [, path = '', sampleCode = ''] = linkForm.exec(preview) ?? [];
  const link = `${path}${shortCode ?? sampleCode}`;
  const body = fillText(template.text, link, values);
  const isOpen = listTypedKinds(template.text).length > 0;
  const [filled, setFilled] = useState<CheckedText | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => {
      const { purpose: _, approvedOn: __, ...rest } = template;
      service.ask('POST /api/templates/check', { body: { ...rest, text: body } }).then(
        setFilled,
        // What the registered text measures stays.
        () => setFilled(null),
      );
    }, typingMs);
    return () => clearTimeout(timer);
  }, [isOpen, service, template, body]);
  const { measure, oneMore } = (isOpen ? filled : null) ?? chosen;
  // What is typed into a variable may promote, where the registered text does not.
  const known = new Set(chosen.findings.map(({ message }) => message.en));
  const ofValues = (isOpen ? (filled?.findings ?? []) : []).filter(
    ({ rule, message }) =>
      (rule === 'promotional-wording' || rule.startsWith('link-')) && !known.has(message.en),
  );
  const count = (value: number) => formatNumber(value, language);
  return (
    <div className="text-preview">
      <PhonePreview kind="sms" language={template.language} header={template.header} body={body} />
      <Facts
        className="facts"
        facts={[
          [
            words.text.size,
            <>
              {words.text.units(count(measure.units), words.text.encodings[measure.encoding])},{' '}
              <strong>{words.text.segments(measure.segments)}</strong>
            </>,
          ],
          paisePerSegment !== undefined && [
            words.text.price,
            formatRupees(measure.segments * paisePerSegment, language),
          ],
          [
            words.text.oneMore,
            oneMore.segments === 0
              ? words.text.free(count(measure.unitsLeft))
              : words.text.dearer(Math.round(oneMore.share * 100)),
          ],
        ]}
      />
      {shortCode === null && <p className="detail">{words.text.sampleLink}</p>}
      <Findings findings={[...chosen.findings, ...ofValues]} />
    </div>
  );
}
