import type { CheckedText } from '../../../../../messaging/phone/blasts/template-routes.ts';
import type { GatewayAnswer } from '../../../../../messaging/phone/gateways/routes.ts';
import { formatNumber, formatRupees, formatShare } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useGatewayName } from '../gateways/use-gateway-name.ts';
import { phoneWordsIn } from '../phone-words.ts';

type Price = Pick<GatewayAnswer, 'name' | 'paisePerSegment'>;
const lakh = 100_000;

/** Units, segments, what one more character costs, and the cost for a lakh of phones. */
export function TextMeasure({ text, price }: { text: CheckedText; price: Price | null }) {
  const { language, words } = useConsole(phoneWordsIn);
  const nameGateway = useGatewayName();
  const { measure, oneMore } = text;
  const count = (value: number) => formatNumber(value, language);
  return (
    <>
      <dt>{words.texts.size}</dt>
      <dd>
        {words.texts.units(count(measure.units))}{' '}
        <span className="phone-number">({measure.encoding})</span>
      </dd>
      <dt>{words.texts.segments}</dt>
      <dd>
        <strong>{count(measure.segments)}</strong>
      </dd>
      <dt>{words.texts.oneMore}</dt>
      <dd>
        {oneMore.segments === 0
          ? words.texts.free(count(measure.unitsLeft))
          : words.texts.costs(formatShare(oneMore.share))}
      </dd>
      {price !== null && (
        <>
          <dt>{words.texts.lakh}</dt>
          <dd>
            <strong>
              {formatRupees(lakh * measure.segments * price.paisePerSegment, language)}
            </strong>{' '}
            <span className="detail">
              {words.texts.at(
                formatRupees(price.paisePerSegment, language),
                nameGateway(price.name),
              )}
            </span>
          </dd>
        </>
      )}
    </>
  );
}
