import { Await } from '../parts.tsx';
import { useLoad } from '../use-service.ts';

/** The gateways that are set up. */
export function GatewaysView() {
  const { state, reload } = useLoad<{ gateways: (string | { name: string })[] }>('/api/gateways');
  return (
    <Await state={state} retry={reload}>
      {({ gateways }) => (
        <ul>
          {gateways.map((gateway) => {
            const name = typeof gateway === 'string' ? gateway : gateway.name;
            return <li key={name}>{name}</li>;
          })}
        </ul>
      )}
    </Await>
  );
}
