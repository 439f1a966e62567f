import { useState } from 'react';
import type { Choice } from '../../../../../campaigns/flows/flow.ts';
import { type OutlineNode, outlineFlow } from '../../../../../campaigns/flows/outline.ts';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../campaigns/messages/message-language.ts';
import { useConsole } from '../../ui/console-context.ts';
import type { PhoneWords } from '../phone-words.ts';
import { phoneWordsIn } from '../phone-words.ts';

import { FlowTrial } from './FlowTrial.tsx';
import { type FlowView, readSaid } from './flow-view.ts';

/** A flow as a tree, and a phone on which it is tried. */
export function FlowPart({ view, host }: { view: FlowView; host: string }) {
  const { flow, kind } = view;
  const { flows: words, texts } = useConsole(phoneWordsIn).words;
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

type Branch = OutlineNode['branches'][number];

/** A node with its words, and below it what its keys do. */
function FlowNode({ view, node }: { view: FlowView; node: OutlineNode }) {
  const words = useConsole(phoneWordsIn).words.flows;
  return (
    <div className="flow-node">
      <h3>{words.step(node.number)}</h3>
      <Said view={view} names={node.say} language={node.language} />
      <ul className="plain">
        {node.branches.map((branch) => (
          <li key={branch.key}>
            <FlowBranch view={view} branch={branch} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function FlowBranch({ view, branch }: { view: FlowView; branch: Branch }) {
  const { language } = useConsole();
  const words = useConsole(phoneWordsIn).words.flows;
  const { key, choice, next } = branch;
  const label = 'label' in choice ? choice.label?.[language] : undefined;
  const does = describeAction(choice, view.kind, words);
  const leads =
    next === null ? words.ends : typeof next === 'number' ? words.back(next) : undefined;
  return (
    <>
      <p>
        <kbd>{key ?? words.anyText}</kbd> {label !== undefined && <strong>{label}</strong>}
        <span className="detail">
          {' '}
          {[...does, ...(leads === undefined ? [] : [leads])].join(' · ')}
        </span>
      </p>
      <Said view={view} names={choice.say} language={branch.language} />
      {choice.refused.length > 0 && (
        <div className="flow-refused">
          <span className="detail">{words.refused}</span>
          <Said view={view} names={choice.refused} language={branch.language} />
        </div>
      )}
      {next !== null && typeof next !== 'number' && <FlowNode view={view} node={next} />}
    </>
  );
}

function describeAction(
  { do: action, transfer, language }: Choice,
  kind: FlowView['kind'],
  words: PhoneWords['flows'],
): string[] {
  return [
    ...(action === undefined ? [] : [action === 'link' ? words.link[kind] : words.does[action]]),
    ...(transfer === undefined ? [] : [words.transfer[kind](transfer)]),
    ...(language === undefined ? [] : [words.language[language]]),
  ];
}

/** The words of what is said, one paragraph each. */
function Said({
  view,
  names,
  language,
}: {
  view: FlowView;
  names: readonly string[];
  language: MessageLanguage;
}) {
  return names.map((name) => (
    <p key={name} lang={language} className="flow-said">
      {readSaid(view, name, language)}
    </p>
  ));
}
