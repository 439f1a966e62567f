import type { MessageLanguage } from '../../../../../campaigns/messages/message-language.ts';
import type { CallScript } from '../../../../../campaigns/messages/messages.ts';
import { listPrompts, promptId } from '../../../../../campaigns/radio/script.ts';
import { promptTitle } from '../../../../../campaigns/words/take-words.ts';
import type { TakeScriptView } from '../../../../../messaging/phone/takes/takes-schemas.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { useLoad } from '../../ui/use-service.ts';
import { useBlastWords } from './use-blast-words.ts';

interface PromptRecordingsProps {
  call: CallScript;
  spoken: MessageLanguage;
  scripts: readonly TakeScriptView[];
}

/** Recordings to hear; null until they are read, and for officers who hear none, as a district. */
export function useTakes(): readonly TakeScriptView[] | null {
  const may = useMay();
  const { state } = useLoad(may('take.read') ? 'GET /api/takes' : null);
  return state.kind === 'loaded' ? state.value : null;
}

/** A call prompt by prompt: the recording, or the text that a machine speaks in its place. */
export function PromptRecordings({ call, spoken, scripts }: PromptRecordingsProps) {
  const { language } = useConsole();
  const words = useBlastWords().recordings;
  const takes = listPrompts(call).map(([name, { text }]) => ({
    name,
    text,
    take: scripts.find(({ id }) => id === promptId(spoken, name))?.current ?? null,
  }));
  const recorded = takes.filter(({ take }) => take !== null).length;
  return (
    <details className="recordings" open={recorded > 0}>
      <summary>
        {words.title}: {words.of(recorded, takes.length)}
      </summary>
      <ul className="plain prompt-list">
        {takes.map(({ name, text, take }) => (
          <li key={name}>
            <p className="detail">
              {promptTitle(name)[language]}
              {take === null && ` · ${words.machine}`}
            </p>
            {take === null ? (
              <p lang={spoken}>{text}</p>
            ) : (
              // biome-ignore lint/a11y/useMediaCaption: the prompt's own text is its words
              <audio
                controls
                preload="none"
                src={makeAddress('GET /api/takes/:id/:format', {
                  params: { id: take.id, format: 'mp3' },
                })}
                aria-label={`${words.title}: ${promptTitle(name)[language]}`}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
