import type { MessageLanguage } from '../messages/message-language.ts';
import type { Choice, Flow, KeyChoice } from './flow.ts';
import { listKeys } from './write-step.ts';

/** A node as it is drawn: with its number, and below each key what it leads to. */
export interface OutlineNode {
  number: number;
  language: MessageLanguage;
  say: string[];
  branches: OutlineBranch[];
}

interface OutlineBranch {
  /** Null for a text that is no key. */
  key: string | null;
  choice: Choice | KeyChoice;
  language: MessageLanguage;
  /** The next node where it is drawn here, its number where it is drawn elsewhere, null at the end. */
  next: OutlineNode | number | null;
}

/** A flow as a tree, in which each node is drawn once: below the first key that leads there. */
export function outlineFlow(flow: Flow, language: MessageLanguage): OutlineNode {
  return outlineNode(flow, flow.start, { language, numbers: new Map() });
}

function outlineNode(
  flow: Flow,
  name: string,
  { language, numbers }: { language: MessageLanguage; numbers: Map<string, number> },
): OutlineNode {
  const node = flow.nodes[name];
  if (node === undefined) throw new Error(`Expected a node of the flow, got "${name}"`);
  const number = numbers.size + 1;
  numbers.set(name, number);
  const choices: [string | null, Choice | KeyChoice][] = [
    ...listKeys(node),
    ...(node.text === undefined ? [] : [[null, node.text] as [null, Choice]]),
  ];
  const branches = choices.map(([key, choice]): OutlineBranch => {
    const { go, language: spoken = language } = choice;
    const next =
      go === undefined
        ? null
        : (numbers.get(go) ?? outlineNode(flow, go, { language: spoken, numbers }));
    return { key, choice, language: spoken, next };
  });
  return { number, language, say: [...node.say, ...node.ask], branches };
}
