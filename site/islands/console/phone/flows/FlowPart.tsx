import { useState } from 'react';
import { outlineFlow } from '../../../../../campaigns/flows/outline.ts';
import { messageLanguages } from '../../../../../campaigns/messages/message-language.ts';
import { usePhoneWords } from '../use-phone-words.ts';
import { FlowNode, Said } from './FlowNode.tsx';
import { FlowTrial } from './FlowTrial.tsx';
import type { FlowView } from './flow-view.ts';

/** A flow as a tree, and a phone on which it is tried. */
export function FlowPart({ view, host }: { view: FlowView; host: string }) {
  const { flow, kind } = view;
  const { flows: words, texts } = usePhoneWords();
  const [language, setLanguage] = useState<'hi' | 'en'>('hi');
  return (
    <div data-flow={kind}>
      <div className="station-filters">
        {messageLanguages.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === language}
            onClick={() => setLanguage(name)}
          >
            {texts.inLanguage[name]}
          </button>
        ))}
      </div>
      <div className="flow">
        <div className="flow-tree">
          <FlowNode view={view} node={outlineFlow(flow, language)} />
          <dl className="facts">
            <dt>{words.other[kind]}</dt>
            <dd>
              <Said view={view} names={flow.wrong} language={language} />
            </dd>
            <dt>{words.none}</dt>
            <dd>
              <Said view={view} names={flow.end} language={language} />
            </dd>
            {kind === 'call' && <dt>{words.machine}</dt>}
            {kind === 'call' && (
              <dd>
                {flow.machine === null ? (
                  words.machineOff
                ) : (
                  <Said view={view} names={flow.machine} language={language} />
                )}
              </dd>
            )}
          </dl>
        </div>
        <FlowTrial key={language} view={view} language={language} host={host} />
      </div>
    </div>
  );
}
