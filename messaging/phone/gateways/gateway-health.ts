import { z } from 'zod';
import { instant } from '../../contract/route.ts';
import { healthStates } from '../../contract/values.ts';
import type { Gateway } from './gateway.ts';
import type { GatewayHour } from './gateway-hours-sql.ts';
import { SendError } from './send-error.ts';

export const gatewayHealth = z.object({
  state: z.enum(healthStates),
  checkedAt: instant.nullable().describe('Null until something is known of it'),
  latencyMs: z.number().nullable(),
  code: z.string().nullable().describe('Why it is down, by the provider or the connection'),
});
export type GatewayHealth = z.output<typeof gatewayHealth>;

/** The state of a gateway by its last submissions. */
export type LastOutcomes = Omit<GatewayHour, 'sent' | 'failed'>;

const freshMs = 10_000;

export interface HealthWatch {
  /** Never throws: what goes wrong is the answer. */
  check(gateway: Gateway, outcomes: LastOutcomes | undefined): Promise<GatewayHealth>;
}

/** Looks after gateways: asks each at most once in ten seconds, however many look at the page. */
export function createHealthWatch(): HealthWatch {
  const probes = new Map<string, { at: number; health: Promise<GatewayHealth> }>();
  return {
    async check(gateway, outcomes) {
      if (gateway.probe === undefined) return judgeOutcomes(outcomes);
      const last = probes.get(gateway.name);
      if (last !== undefined && performance.now() - last.at < freshMs) return last.health;
      const health = probe(gateway);
      probes.set(gateway.name, { at: performance.now(), health });
      return health;
    },
  };
}

async function probe(gateway: Gateway): Promise<GatewayHealth> {
  const checkedAt = new Date();
  const began = performance.now();
  try {
    await gateway.probe?.();
    const latencyMs = Math.round(performance.now() - began);
    return { state: 'up', checkedAt, latencyMs, code: null };
  } catch (error) {
    const code = error instanceof SendError ? error.code : 'failed';
    return { state: 'down', checkedAt, latencyMs: null, code };
  }
}

/** A gateway without a cheap read is judged by what became of the last messages; without any it is unknown. */
export function judgeOutcomes(outcomes: LastOutcomes | undefined): GatewayHealth {
  const { recent, lastAt = null, unknown = 0, waitingCode, haltingCode } = outcomes ?? {};
  const shared = { checkedAt: lastAt, latencyMs: null };
  if (recent !== undefined && recent.sent > recent.failed) {
    return { ...shared, state: 'up', code: null };
  }
  const code =
    haltingCode ?? waitingCode ?? (unknown > 0 ? 'no-answer' : recent?.failed ? 'failed' : null);
  return { ...shared, state: code === null ? 'unknown' : 'down', code };
}
