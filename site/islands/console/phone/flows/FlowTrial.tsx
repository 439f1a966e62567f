import { useEffect, useRef, useState } from 'react';
import { beginFlow, type Step, takeStep } from '../../../../../campaigns/flows/step.ts';
import { writeStep } from '../../../../../campaigns/flows/write-step.ts';
import type { MessageLanguage } from '../../../../../campaigns/messages/message-language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Button } from '../../ui/parts.tsx';
import { phoneWordsIn } from '../phone-words.ts';

import { type FlowView, readSaid } from './flow-view.ts';

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
export function FlowTrial({ view, language, host }: FlowTrialProps) {
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
