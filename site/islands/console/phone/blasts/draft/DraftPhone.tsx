import { pickName } from '../../../../../../campaigns/directory/pick-name.ts';
import { sampleMark } from '../../../../../../campaigns/links/class-link.ts';
import { districtField } from '../../../../../../campaigns/messages/merge-fields.ts';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../../campaigns/messages/message-language.ts';
import type { CheckedText } from '../../../../../../messaging/contract/phone/templates.ts';
import { useConsole } from '../../../ui/console-context.ts';
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
  const { districts } = useConsole();
  if (form.channel === 'ivr') {
    return <CallPreviews call={texts.call} findings={texts.callFindings} />;
  }
  const gateway = gateways.find(({ name }) => name === form.gateway);
  const shortCode = draft?.blast.shortCode ?? null;
  // As it is at its longest.
  const names = (language: MessageLanguage) =>
    districts
      .filter(({ id }) => form.districts?.includes(id) ?? true)
      .map((district) => pickName(district, language))
      .toSorted((one, other) => other.length - one.length);
  return messageLanguages.map((language) => {
    const chosen = texts.templates.find(({ template }) => template.id === form.templates[language]);
    if (chosen === undefined) return null;
    const values = form.values[language].map((value) =>
      value === districtField ? (names(language)[0] ?? value) : value,
    );
    const body = fill(chosen, values, { shortCode, mark: form.classLinks ? sampleMark : '' });
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
  { shortCode, mark }: { shortCode: string | null; mark: string },
): string {
  const [, path = '', sampleCode = ''] = linkForm.exec(preview) ?? [];
  return fillText(template.text, `${path}${shortCode ?? sampleCode}${mark}`, values);
}
