import { messageLanguages } from '../../../../../../campaigns/messages/message-language.ts';
import type { CheckedText } from '../../../../../../messaging/contract/phone/templates.ts';
import { CallPreviews } from '../CallPreviews.tsx';
import { MessagePhone } from '../MessagePhone.tsx';
import { WhatsappPhone } from '../WhatsappPhone.tsx';
import { fillText, findPaise } from './draft-form.ts';
import type { EditorProps } from './editor-props.ts';
import { useTemplateState } from './use-template-state.ts';

const linkForm = /(\S+\/q\/)(\w{6})/i;

/** The chosen and typed text as it will arrive. */
export function DraftPhone({ form, texts, gateways, draft }: EditorProps) {
  const nameState = useTemplateState({ form, gateways });
  if (form.channel === 'ivr') {
    return <CallPreviews call={texts.call} findings={texts.callFindings} />;
  }
  const gateway = gateways.find(({ name }) => name === form.gateway);
  const shortCode = draft?.blast.shortCode ?? null;
  return messageLanguages.map((language) => {
    const chosen = texts.templates.find(({ template }) => template.id === form.templates[language]);
    if (chosen === undefined) return null;
    const body = fill(chosen, form.values[language], shortCode);
    const state = nameState(chosen.template.id);
    if (chosen.card !== undefined) {
      const { card, template } = chosen;
      return (
        <WhatsappPhone
          key={language}
          text={{ ...template, body, card }}
          paise={findPaise(gateway, template.category)}
          {...(state === undefined ? {} : { state })}
        />
      );
    }
    return (
      <MessagePhone
        key={language}
        text={{ ...chosen.template, body }}
        paisePerSegment={gateway?.paisePerSegment}
        shortCode={shortCode}
        findings={chosen.findings}
      />
    );
  });
}

function fill(
  { template, preview }: CheckedText,
  values: readonly string[],
  shortCode: string | null,
): string {
  const [, path = '', sampleCode = ''] = linkForm.exec(preview) ?? [];
  return fillText(template.text, `${path}${shortCode ?? sampleCode}`, values);
}
