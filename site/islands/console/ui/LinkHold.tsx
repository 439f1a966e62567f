import { useConsole } from './console-context.ts';

/** Says that nobody has confirmed yet that the host of the printed and sent links answers; nothing once it is. */
export function LinkHold({ host, confirmed }: { host: string; confirmed: boolean }) {
  const { words } = useConsole();
  if (confirmed) return null;
  return (
    <p className="notice plain link-hold" role="note">
      {words.linkHold(host.toLowerCase())}
    </p>
  );
}
