import { useConsole } from '../../../ui/console-context.ts';
import { SelectField } from '../../../ui/parts.tsx';
import { whatsappWordsIn } from '../../whatsapp-words.ts';
import { listWithoutBlanks, pickGateway } from './draft-form.ts';
import type { EditorProps } from './editor-props.ts';

/** The SMS for those who have no WhatsApp: one of the registered texts that need no words of an officer. */
export function FallbackField({ form, change, texts, gateways }: EditorProps) {
  const { language } = useConsole();
  const words = whatsappWordsIn(language);
  const choices = listWithoutBlanks(texts.templates, 'sms');
  return (
    <SelectField
      label={words.fallback}
      hint={words.fallbackHint}
      value={form.fallback}
      options={[
        ['', words.noFallback],
        ...choices.map(({ template: { id, purpose } }) => [id, purpose[language]] as const),
      ]}
      onChoose={(fallback) =>
        change({ fallback, fallbackGateway: form.fallbackGateway || pickGateway(gateways, 'sms') })
      }
    />
  );
}
