import type { GatewayAnswer } from '../../../../../messaging/phone/gateways/gateways-schemas.ts';
import { useLoad } from '../../ui/use-service.ts';

/** The gateway by whose price a cost is shown: the cheapest real one, or the emulator with the operators' price. */
export function usePrice(): Pick<GatewayAnswer, 'name' | 'paisePerSegment'> | null {
  const { state } = useLoad('GET /api/gateways');
  if (state.kind !== 'loaded') return null;
  const { gateways } = state.value;
  const real = gateways.filter(({ name }) => name !== 'emulator');
  const [cheapest] = (real.length > 0 ? real : gateways).toSorted(
    (left, right) => left.paisePerSegment - right.paisePerSegment,
  );
  return cheapest ?? null;
}
