import type { z } from 'zod';
import { messageLanguages } from '../messages/message-language.ts';
import type { CallScript } from '../messages/messages.ts';
import type { Choice, Flow, Flows } from './flow.ts';

type Path = (string | number)[];
type Refuse = (path: Path, message: string) => void;

/** Names in a flow that nothing has, and what a call cannot do; told with the place in the file. */
export function reportFlows(
  { flows, messages }: { flows: Flows; messages: { call: Record<'hi' | 'en', CallScript> } },
  context: z.core.$RefinementCtx,
): void {
  const refuse: Refuse = (path, message) =>
    context.addIssue({ code: 'custom', path: ['flows', ...path], message });
  const prompts = Object.keys(messages.call.hi).filter((name) => name in messages.call.en);
  for (const language of messageLanguages)
    for (const name of Object.keys(messages.call[language]))
      if (!prompts.includes(name))
        context.addIssue({
          code: 'custom',
          path: ['messages', 'call', language, name],
          message: 'Expected the prompt in both languages',
        });
  reportFlow('call', flows.call, prompts, refuse);
  reportCallLimits(flows.call, refuse);
  if (flows.text === undefined) return;
  reportFlow('text', flows.text, Object.keys(flows.text.texts), refuse);
  reportLabels(flows.text, refuse);
}

function reportFlow(name: keyof Flows, flow: Flow, texts: readonly string[], refuse: Refuse): void {
  const checkSaid = (said: readonly string[], path: Path) =>
    said.forEach((each, at) => {
      if (!texts.includes(each)) refuse([name, ...path, at], expectOne('text', texts, each));
    });
  const nodes = Object.keys(flow.nodes);
  const checkNode = (node: string, path: Path) => {
    if (!nodes.includes(node)) refuse([name, ...path], expectOne('node', nodes, node));
  };
  checkNode(flow.start, ['start']);
  for (const part of ['machine', 'wrong', 'end'] as const) checkSaid(flow[part] ?? [], [part]);
  for (const [at, node] of Object.entries(flow.nodes)) {
    for (const part of ['say', 'ask'] as const) checkSaid(node[part], ['nodes', at, part]);
    const choices = listChoices(node);
    if (choices.length === 0) refuse([name, 'nodes', at, 'keys'], 'Expected a key at least');
    for (const { path, choice } of choices) {
      const place = ['nodes', at, ...path];
      checkSaid(choice.say, [...place, 'say']);
      checkSaid(choice.refused, [...place, 'refused']);
      if (choice.go !== undefined) checkNode(choice.go, [...place, 'go']);
      const fault = choiceFault(choice);
      if (fault !== null) refuse([name, ...place], fault);
    }
    if (!findReached(flow).has(at))
      refuse([name, 'nodes', at], 'Expected a key somewhere that goes to this node');
  }
}

function choiceFault({ say, go, transfer, do: action, refused }: Choice): string | null {
  if (transfer !== undefined && (go !== undefined || action !== undefined))
    return 'Expected `transfer` alone, without `go` and `do`';
  if (go === undefined && say.length === 0) return 'Expected `say` before the end, or `go`';
  if ((action === 'link' || action === 'station') && refused.length === 0)
    return 'Expected `refused`: what is said where it cannot be done';
  return null;
}

/** A call takes keys alone, and says recorded prompts. */
function reportCallLimits(flow: Flow, refuse: Refuse): void {
  if (Object.keys(flow.texts).length > 0)
    refuse(['call', 'texts'], 'Expected none: a call says the prompts below `messages.call`');
  for (const [at, node] of Object.entries(flow.nodes)) {
    if (node.text !== undefined)
      refuse(['call', 'nodes', at, 'text'], 'Expected none: a call takes keys alone');
    for (const { path, choice } of listChoices(node))
      if (choice.do === 'station')
        refuse(['call', 'nodes', at, ...path, 'do'], 'Expected `link` or `opt-out` in a call');
  }
}

/** A text lists its keys. */
function reportLabels(flow: Flow, refuse: Refuse): void {
  for (const [at, { keys }] of Object.entries(flow.nodes))
    for (const [key, choice] of Object.entries(keys))
      if (choice !== undefined && choice.label === undefined)
        refuse(['text', 'nodes', at, 'keys', key], 'Expected a `label`, which the text lists');
}

function listChoices({ keys, text }: Flow['nodes'][string]): { path: Path; choice: Choice }[] {
  return [
    ...Object.entries(keys).flatMap(([key, choice]) =>
      choice === undefined ? [] : [{ path: ['keys', key], choice }],
    ),
    ...(text === undefined ? [] : [{ path: ['text'], choice: text }]),
  ];
}

/** Nodes that somebody can come to. */
function findReached(flow: Flow): ReadonlySet<string> {
  const reached = new Set([flow.start]);
  for (const name of reached) {
    const node = flow.nodes[name];
    if (node === undefined) continue;
    for (const { choice } of listChoices(node)) if (choice.go !== undefined) reached.add(choice.go);
  }
  return reached;
}

function expectOne(what: string, names: readonly string[], got: string): string {
  return `Expected a ${what} of this flow (${names.join(', ')}), got "${got}"`;
}
