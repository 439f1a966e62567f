import { messageLanguages } from '../../../../../../campaigns/messages/message-language.ts';
import type { CheckedText } from '../../../../../../messaging/contract/phone/templates.ts';
import { CallPreviews } from '../CallPreviews.tsx';
import { MessagePhone } from '../MessagePhone.tsx';
import { fillText } from './draft-form.ts';
import type { EditorProps } from './editor-props.ts';

const linkForm = /(\S+\/q\/)(\w{6})/i;

/** The chosen and typed text as it will arrive. */
export function DraftPhone({ form, texts, gateways, draft }: EditorProps) {
  if (form.channel === 'ivr') {
    return <CallPreviews call={texts.call} findings={texts.callFindings} />;
  }
  const paise = gateways.find(({ name }) => name === form.gateway)?.paisePerSegment;
  const shortCode = draft?.blast.shortCode ?? null;
  return messageLanguages.map((language) => {
    const chosen = texts.templates.find(({ template }) => template.id === form.templates[language]);
    if (chosen === undefined) return null;
    const body = fill(chosen, form.values[language], shortCode);
    return (
      <MessagePhone
        key={language}
        text={{ ...chosen.template, body }}
        paisePerSegment={paise}
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
