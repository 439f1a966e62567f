import { useConsole } from '../../ui/console-context.ts';
import { orderWordsIn } from './order-words.ts';

/** HQ's hold on printing, as the pages for printing and the vendor's page tell it. */
export function HoldNotice({ host, how = false }: { host: string; how?: boolean }) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
  return (
    <p className="notice bad" role="note">
      <strong>{words.holdTitle}</strong> {words.holdText(host.toLowerCase())} {how && words.holdHow}
    </p>
  );
}
