import type { Flow } from '../../../../../campaigns/flows/flow.ts';
import type { MessageLanguage } from '../../../../../campaigns/messages/message-language.ts';
import type { TextsAnswer } from '../../../../../messaging/phone/blasts/template-routes.ts';

/** A flow of the campaign, and the place of its words. */
export interface FlowView {
  kind: 'call' | 'text';
  flow: Flow;
  call: TextsAnswer['call'];
}

/** Words of a name that a flow says. */
export function readSaid(
  { kind, flow, call }: FlowView,
  name: string,
  language: MessageLanguage,
): string {
  const text = kind === 'call' ? call[language][name]?.text : flow.texts[name]?.[language];
  return text ?? name;
}
