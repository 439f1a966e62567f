import type { CheckedText } from '../../../../../messaging/phone/blasts/template-routes.ts';
import type { GatewayAnswer } from '../../../../../messaging/phone/gateways/gateways-schemas.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { usePhoneWords } from '../use-phone-words.ts';
import { Findings } from './Findings.tsx';
import { PhonePreview } from './PhonePreview.tsx';
import { TextMeasure } from './TextMeasure.tsx';

interface TextCardProps {
  text: CheckedText;
  price: Pick<GatewayAnswer, 'name' | 'paisePerSegment'> | null;
}

/** One registered text as a phone shows it, with its ids, its size and what was found in it. */
export function TextCard({ text, price }: TextCardProps) {
  const { language } = useConsole();
  const words = usePhoneWords();
  const { template, preview, onPortal, findings } = text;
  // Said by the id above already.
  const others = findings.filter(
    ({ rule, severity }) => rule !== 'template-id' || severity === 'error',
  );
  return (
    <li className="card phone-text" data-text={template.id}>
      <h4>{template.purpose[language]}</h4>
      <div className="phone-beside">
        <PhonePreview
          kind="sms"
          header={template.header}
          body={preview}
          language={template.language}
        />
        <div>
          <dl className="facts phone-facts">
            <dt>{words.texts.header}</dt>
            <dd>{template.header}</dd>
            <dt>{words.texts.templateId}</dt>
            <dd>{template.templateId ?? words.texts.notYet}</dd>
            <dt>{words.texts.category}</dt>
            <dd>{words.texts.categories[template.category]}</dd>
            {template.approvedOn !== null && (
              <>
                <dt>{words.texts.approvedOn}</dt>
                <dd>{formatDay(template.approvedOn, language)}</dd>
              </>
            )}
            {onPortal.tags.length > 0 && (
              <>
                <dt>{words.texts.onPortal}</dt>
                <dd lang={template.language}>{onPortal.text}</dd>
                <dt>{words.texts.tagsApart}</dt>
                <dd>{onPortal.tags.join(', ')}</dd>
              </>
            )}
            <TextMeasure text={text} price={price} />
          </dl>
          <Findings findings={others} />
        </div>
      </div>
    </li>
  );
}
