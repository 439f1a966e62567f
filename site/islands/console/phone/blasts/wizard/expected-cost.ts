import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../../campaigns/messages/message-language.ts';
import type { Segment } from '../../../../../../messaging/contract/phone/audiences.ts';
import type { GatewayAnswer } from '../../../../../../messaging/contract/phone/gateways.ts';
import type { TextsAnswer } from '../../../../../../messaging/contract/phone/templates.ts';
import { operatorGateway } from '../../../../../../messaging/contract/values.ts';
import type { DraftForm } from './draft-form.ts';

interface Given {
  form: DraftForm;
  segments: readonly Segment[];
  texts: TextsAnswer;
  gateways: readonly GatewayAnswer[];
}

/** How many of a list a draft is for and what it will cost, before the service has been asked; null for no price. */
export function estimateCost({ form, segments, texts, gateways }: Given): {
  recipients: number;
  paise: number | null;
} {
  const each = new Map<MessageLanguage, number>();
  for (const language of messageLanguages) {
    const text = texts.templates.find(({ template }) => template.id === form.templates[language]);
    if (text !== undefined) each.set(language, text.measure.segments);
  }
  // A provider that sends itself is reckoned at the emulator's price, which is the operators'.
  const priced = form.gateway === operatorGateway ? 'emulator' : form.gateway;
  const price = gateways.find(({ name }) => name === priced)?.paisePerSegment;
  let recipients = 0;
  let units = 0;
  for (const { district, language, members } of segments) {
    const { districts } = form;
    if (districts !== null && (district === null || !districts.includes(district))) continue;
    recipients += members;
    // Who has no text in the own language gets the other one.
    const own = each.get(language === 'en' ? 'en' : 'hi') ?? each.get('hi') ?? each.get('en') ?? 1;
    units += members * (form.channel === 'ivr' ? 1 : own);
  }
  return { recipients, paise: price === undefined ? null : units * price };
}
