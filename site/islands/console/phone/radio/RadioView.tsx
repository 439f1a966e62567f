import type { TakeScriptView } from '../../../../../messaging/phone/takes/takes-schemas.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { ScriptCard } from './ScriptCard.tsx';
import { takesWordsIn } from './takes-words.ts';

const groups = ['radio', 'prompt-hi', 'prompt-en', 'film'] as const;

/** Recordings of spots, of the call's prompts and of the film's voice: to upload, hear and download. */
export function RadioView() {
  const { language, words } = useConsole(takesWordsIn);
  const { state, reload } = useLoad('GET /api/takes');
  return (
    <>
      <p>{words.lead}</p>
      <p>
        <a href={localPath(language, '/radio/')}>{words.page}</a>
      </p>
      <Await state={state} retry={reload}>
        {(scripts) =>
          groups.map((group) => {
            const grouped = scripts.filter((script) => pickGroup(script) === group);
            if (grouped.length === 0) return null;
            const open = grouped.filter(({ proposal }) => !proposal);
            const ready = open.filter(({ current }) => current !== null).length;
            return (
              <section key={group} aria-labelledby={group}>
                <h2 id={group}>{words.groups[group]}</h2>
                <p>
                  <strong>{words.ready(ready, open.length)}</strong> · {words.groupTexts[group]}
                </p>
                <ul className="plain takes">
                  {grouped.map((script) => (
                    <li key={script.id}>
                      <ScriptCard script={script} onChanged={reload} />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })
        }
      </Await>
    </>
  );
}

function pickGroup({ use, language }: TakeScriptView): (typeof groups)[number] {
  if (use !== 'prompt') return use;
  return language === 'en' ? 'prompt-en' : 'prompt-hi';
}
