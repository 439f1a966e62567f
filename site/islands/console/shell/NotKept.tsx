import { entryWordsIn } from '../../../i18n/entry-words.ts';
import { useConsole } from '../ui/console-context.ts';
import { Button } from '../ui/parts.tsx';

/** In place of a view whose scripts could not be loaded. */
export function NotKept() {
  const { language, words } = useConsole();
  return (
    <>
      <p className="notice plain" role="status">
        {entryWordsIn(language).notOpened}
      </p>
      <Button onClick={() => location.reload()}>{words.retry}</Button>
    </>
  );
}
