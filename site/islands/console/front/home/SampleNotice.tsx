import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useHome } from './home-context.ts';

/** Said once on each page while the figures are those of the sample. */
export function SampleNotice() {
  const { language } = useConsole();
  const { state } = useHome();
  if (state.kind !== 'loaded' || !state.value.sample) return null;
  return <p className="sample-notice">{homeWordsIn(language).sampleNotice}</p>;
}
