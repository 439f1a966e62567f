import { messageLanguages } from '../../../../../../campaigns/messages/message-language.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { whatsappWordsIn } from '../../whatsapp-words.ts';
import type { EditorProps } from './editor-props.ts';

/** Whether each recipient's own station's card is at the head; offered where a chosen template has a picture. */
export function StationCardChoice({ form, change, texts }: EditorProps) {
  const words = whatsappWordsIn(useConsole().language).stationCards;
  const chosen = messageLanguages.map((language) => form.templates[language]);
  const hasPicture = texts.templates.some(
    ({ template, card }) => chosen.includes(template.id) && typeof card?.picture === 'string',
  );
  if (form.channel !== 'whatsapp' || !hasPicture) return null;
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={form.stationCards}
        onChange={({ currentTarget }) => change({ stationCards: currentTarget.checked })}
      />
      <span>
        <strong>{words.use}</strong>
        <span className="detail">{words.useHint}</span>
      </span>
    </label>
  );
}
