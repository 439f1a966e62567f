import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../../campaigns/messages/message-language.ts';
import type { Segment } from '../../../../../../messaging/contract/phone/audiences.ts';
import type { GatewayAnswer } from '../../../../../../messaging/contract/phone/gateways.ts';
import type { TextsAnswer } from '../../../../../../messaging/contract/phone/templates.ts';
import { operatorGateway } from '../../../../../../messaging/contract/values.ts';
import type { DraftForm } from './draft-form.ts';

interface CostInput {
  form: DraftForm;
  segments: readonly Segment[];
  texts: TextsAnswer;
  gateways: readonly GatewayAnswer[];
}

/** Counts the recipients of a draft and its cost before the service does; null where there is no price. */
export function estimateCost({ form, segments, texts, gateways }: CostInput): {
  recipients: number;
  paise: number | null;
} {
  const segmentsOfText = new Map<MessageLanguage, number>();
  for (const language of messageLanguages) {
    const text = texts.templates.find(({ template }) => template.id === form.templates[language]);
    if (text !== undefined) segmentsOfText.set(language, text.measure.segments);
  }
  // A provider that sends itself is reckoned at the emulator's price, which is the operators'.
  const pricedAs = form.gateway === operatorGateway ? 'emulator' : form.gateway;
  const price = gateways.find(({ name }) => name === pricedAs)?.paisePerSegment;
  let recipients = 0;
  let units = 0;
  for (const { district, language, members } of segments) {
    const { districts } = form;
    if (districts !== null && (district === null || !districts.includes(district))) continue;
    recipients += members;
    // People without a text in their language get the other one.
    const segmentsEach =
      segmentsOfText.get(language === 'en' ? 'en' : 'hi') ??
      segmentsOfText.get('hi') ??
      segmentsOfText.get('en') ??
      1;
    units += members * (form.channel === 'ivr' ? 1 : segmentsEach);
  }
  return { recipients, paise: price === undefined ? null : units * price };
}
