import { useConsole } from '../../ui/console-context.ts';
import { useHome } from './home-context.ts';

/** Marks figures of the sample. */
export function SampleTag() {
  const { words } = useConsole();
  const { state } = useHome();
  if (state.kind !== 'loaded' || !state.value.sample) return null;
  return <span className="tag">{words.sample}</span>;
}
