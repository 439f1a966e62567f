import { useConsole } from './console-context.ts';
import { useLoad } from './use-service.ts';

/** Says where links are written that their host is not confirmed; nothing where it is. */
export function HostNotice() {
  const { words } = useConsole();
  const { state } = useLoad('GET /api/kit');
  if (state.kind !== 'loaded' || state.value.links.confirmed) return null;
  return (
    <p className="notice plain">{words.hostUnconfirmed(state.value.links.host.toLowerCase())}</p>
  );
}
