import { useEffect, useRef, useState } from 'react';
import type { Choice, Flow } from '../../../../../campaigns/flows/flow.ts';
import { type OutlineNode, outlineFlow } from '../../../../../campaigns/flows/outline.ts';
import { beginFlow, type Step, takeStep } from '../../../../../campaigns/flows/step.ts';
import { writeStep } from '../../../../../campaigns/flows/write-step.ts';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../campaigns/messages/message-language.ts';
import type { TextsAnswer } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Button, Facts, List } from '../../ui/parts.tsx';
import { type PhoneWords, phoneWordsIn } from '../phone-words.ts';

/** A flow as a tree, and a phone on which it is tried. */
export function FlowPart({ view, host }: { view: FlowView; host: string }) {
  const { flow, kind } = view;
  const { flows: words, texts } = useConsole(phoneWordsIn).words;
  const [language, setLanguage] = useState<'hi' | 'en'>('hi');
  const said = (names: readonly string[]) => <Said view={view} names={names} language={language} />;
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
          <Facts
            className="facts"
            facts={[
              [words.other[kind], said(flow.wrong)],
              [words.none, said(flow.end)],
              kind === 'call' && [
                words.machine,
                flow.machine === null ? words.machineOff : said(flow.machine),
              ],
            ]}
          />
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
      <List of={node.branches} keyOf={(branch) => branch.key}>
        {(branch) => <FlowBranch view={view} branch={branch} />}
      </List>
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

/** Of the right length and form, and nobody's. */
const sampleCode = 'BCDFGH';
const keypad = [...'123456789*0#'];

interface Line {
  by: 'menu' | 'person' | 'note';
  language: MessageLanguage;
  text: string;
}

interface FlowTrialProps {
  view: FlowView;
  language: MessageLanguage;
  /** Host of the links. */
  host: string;
}

/** A phone on which the flow answers as it would; nothing is sent, and no number is stopped. */
function FlowTrial({ view, language, host }: FlowTrialProps) {
  const words = useConsole(phoneWordsIn).words.flows;
  const { step, lines, take, restart } = useTrial({ view, language, host });
  const log = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the last line is shown whenever one comes
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [lines]);
  return (
    <section
      className="flow-trial"
      aria-label={words.trial[view.kind]}
      onKeyDown={({ key, target }) => {
        if (view.kind === 'call' && step.place !== null && keypad.includes(key)) take(key);
        else if ((target as HTMLElement).tagName !== 'INPUT' && key === 'Escape') restart();
      }}
    >
      <h3>{words.trial[view.kind]}</h3>
      <p className="detail">{words.trialHint[view.kind]}</p>
      <ol
        ref={log}
        className="plain flow-log"
        aria-live="polite"
        aria-label={words.trial[view.kind]}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: users without a mouse scroll it by keys
        tabIndex={0}
      >
        {lines.map(({ by, language: spoken, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are added at the end alone
          <li key={at} className={by} lang={by === 'note' ? undefined : spoken}>
            {text}
          </li>
        ))}
      </ol>
      {step.place === null ? (
        <Button onClick={restart}>{words.again}</Button>
      ) : view.kind === 'call' ? (
        <div className="flow-keypad">
          {keypad.map((key) => (
            <Button key={key} onClick={() => take(key)}>
              {key}
            </Button>
          ))}
        </div>
      ) : (
        <form
          className="flow-reply"
          onSubmit={(event) => {
            event.preventDefault();
            take(String(new FormData(event.currentTarget).get('reply') ?? ''));
            event.currentTarget.reset();
          }}
        >
          <input name="reply" aria-label={words.reply} maxLength={200} autoComplete="off" />
          <button type="submit" className="button">
            {words.send}
          </button>
        </form>
      )}
    </section>
  );
}

function useTrial({ view, language, host }: FlowTrialProps) {
  const words = useConsole(phoneWordsIn).words.flows;
  const first = beginFlow(view.flow, language);
  const values = { link: `${host.toLowerCase()}/q/${sampleCode}`, station: '…' };
  const write = (step: Step): Line => ({
    by: 'menu',
    language: step.language,
    text:
      view.kind === 'text'
        ? writeStep(view.flow, step, values)
        : step.say.map((name) => readSaid(view, name, step.language)).join(' '),
  });
  const [{ step, lines }, setState] = useState({ step: first, lines: [write(first)] });
  const note = (text: string): Line => ({ by: 'note', language, text });
  const describe = ({ action }: Step): Line[] => {
    if (action === null) return [];
    if (action.do === 'transfer') return [note(words.transfer[view.kind](action.number))];
    return [note(action.do === 'link' ? words.link[view.kind] : words.does[action.do])];
  };
  return {
    step,
    lines,
    restart: () => setState({ step: first, lines: [write(first)] }),
    take(input: string) {
      if (step.place === null) return;
      const next = takeStep(view.flow, step.place, input);
      const pressed: Line = { by: 'person', language, text: input };
      const over = next.place === null ? [note(words.over)] : [];
      setState({ step: next, lines: [...lines, pressed, write(next), ...describe(next), ...over] });
    },
  };
}

/** A flow of the campaign, and the place of its words. */
interface FlowView {
  kind: 'call' | 'text';
  flow: Flow;
  call: TextsAnswer['call'];
}

/** Words of a name that a flow says. */
function readSaid({ kind, flow, call }: FlowView, name: string, language: MessageLanguage): string {
  const text = kind === 'call' ? call[language][name]?.text : flow.texts[name]?.[language];
  return text ?? name;
}
