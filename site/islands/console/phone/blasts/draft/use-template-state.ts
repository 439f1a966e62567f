import { useConsole } from '../../../ui/console-context.ts';
import { whatsappWordsIn } from '../../whatsapp-words.ts';
import type { EditorProps } from './editor-props.ts';

/** Names what WhatsApp says of a template by its id; undefined for a text that it has no word in. */
export function useTemplateState({
  form,
  gateways,
}: Pick<EditorProps, 'form' | 'gateways'>): (id: string) => string | undefined {
  const words = whatsappWordsIn(useConsole().language);
  const whatsapp = gateways.find(({ name }) => name === form.gateway)?.whatsapp;
  return (id) => {
    if (form.channel !== 'whatsapp') return undefined;
    const state = whatsapp?.templates.find((template) => template.id === id)?.state;
    return words.states[state ?? 'unknown'];
  };
}
