import { officeSide } from '../../../../campaigns/language.ts';
import type { CallScript, MessageLanguage } from '../../../../campaigns/messages/messages.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../ui/console-context.ts';
import { PhonePreview } from './PhonePreview.tsx';
import { usePhoneWords } from './use-phone-words.ts';

interface CallScriptCardProps {
  script: CallScript;
  /** Spoken language. */
  spoken: MessageLanguage;
}

/** The recorded call: greeting, menu, and the answer to each key. */
export function CallScriptCard({ script, spoken }: CallScriptCardProps) {
  const { campaign, language } = useConsole();
  const words = usePhoneWords();
  const prompts = Object.values(script);
  const count = (value: number) => formatNumber(value, language);
  const rows: { key: string; activity?: string; heard?: string }[] = [
    {
      key: '1',
      activity: words.call.keys[1],
      heard: `${script.linkSent.text} ${script.goodbye.text}`,
    },
    { key: '2', activity: words.call.keys[2] },
    // The English menu does not offer itself.
    ...(spoken === 'hi' ? [{ key: '3', activity: words.call.keys[3] }] : []),
    { key: '9', activity: words.call.keys[9], heard: script.neverAgain.text },
    { key: words.call.other, heard: script.wrongKey.text },
    { key: words.call.none, heard: script.goodbye.text },
    { key: words.call.machine, heard: script.voicemail.text },
  ];
  return (
    <li className="card phone-text">
      <h3>{words.texts.inLanguage[spoken]}</h3>
      <div className="phone-beside">
        <PhonePreview
          kind="call"
          header={campaign.force[officeSide(language, campaign.own)]}
          body={`${script.greeting.text}\n\n${script.menu.text}`}
          language={spoken}
        />
        <div>
          <table className="figures-table phone-keys">
            <caption className="sr-only">{words.texts.inLanguage[spoken]}</caption>
            <thead>
              <tr>
                <th scope="col">{words.call.key}</th>
                <th scope="col" className="words">
                  {words.call.heard}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, activity, heard }) => (
                <tr key={key}>
                  <th scope="row">{/^\d$/.test(key) ? <kbd>{key}</kbd> : key}</th>
                  <td className="words">
                    {activity !== undefined && <p>{activity}</p>}
                    {heard !== undefined && (
                      <p lang={spoken} className="phone-spoken">
                        {heard}
                      </p>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="detail">
            {words.call.recordings(
              count(prompts.filter(({ audio }) => audio !== null).length),
              count(prompts.length),
            )}
          </p>
        </div>
      </div>
    </li>
  );
}
