import type { Flow, KeyChoice } from './flow.ts';
import type { Step } from './step.ts';

const keypad = '123456789*0#';

/** Keys of a node in the order of a phone's keypad. */
export function listKeys(node: Flow['nodes'][string]): [key: string, choice: KeyChoice][] {
  return [...keypad].flatMap((key) => {
    const choice = node.keys[key];
    return choice === undefined ? [] : [[key, choice] as [string, KeyChoice]];
  });
}

/**
 * A step as one text: what is said, and the keys with their labels.
 * @param values for {link} and {station}
 */
export function writeStep(
  flow: Flow,
  { say, language, place }: Pick<Step, 'say' | 'language' | 'place'>,
  values: Partial<Record<'link' | 'station', string>>,
): string {
  const said = say.map((name) => flow.texts[name]?.[language] ?? '');
  const node = place === null ? undefined : flow.nodes[place.node];
  const keys = node === undefined ? [] : listKeys(node);
  return [...said, ...keys.map(([key, { label }]) => `${key} ${label?.[language] ?? ''}`)]
    .join('\n')
    .replace(/\{(link|station)\}/g, (mark, name: 'link' | 'station') => values[name] ?? mark);
}
