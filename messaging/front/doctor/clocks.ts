import { act, type DoctorContext, expectPool, good } from './finding.ts';

/** All hours are judged by the database's clock; signatures of requests carry this machine's. */
const mostSeconds = { database: 2, gateway: 60 };
const limitMs = 4000;

/** This machine's clock against PostgreSQL's and the gateways'. */
export async function checkClock(context: DoctorContext) {
  const pool = expectPool(context);
  const found = [
    await measure('PostgreSQL', mostSeconds.database, async () => {
      const { rows } = await pool.query<{ at: Date }>('SELECT clock_timestamp() AS at');
      return rows[0]?.at;
    }),
    ...(await Promise.all(
      Object.entries(gatewayAddresses(context)).map(([name, address]) =>
        measure(name, mostSeconds.gateway, () => readDate(address)),
      ),
    )),
  ].filter((each) => each !== undefined);
  const detail = found.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ');
  return found.some(({ isOff }) => isOff) ? act('off', detail) : good(detail);
}

async function measure(name: string, most: number, read: () => Promise<Date | undefined>) {
  const before = Date.now();
  const at = await read();
  if (at === undefined) return undefined;
  // It was read at some time in between.
  const seconds = (at.getTime() - (before + Date.now()) / 2) / 1000;
  return { name, seconds, isOff: Math.abs(seconds) > most };
}

/** Gateways that speak HTTP say their time with each answer. */
function gatewayAddresses({ config: { gateways } }: DoctorContext): Record<string, string> {
  const { twilio, meta, cdac, nic, exotel } = gateways;
  return {
    ...(twilio && { twilio: twilio.baseUrl ?? 'https://api.twilio.com' }),
    ...(meta && { meta: meta.baseUrl }),
    ...(cdac && { cdac: cdac.baseUrl }),
    ...(nic && { nic: nic.baseUrl }),
    ...(exotel && { exotel: exotel.baseUrl }),
  };
}

/** Undefined where nothing answers: the row of the gateways says so. */
async function readDate(address: string): Promise<Date | undefined> {
  try {
    const signal = AbortSignal.timeout(limitMs);
    const answer = await fetch(new URL('/', address), { method: 'HEAD', signal });
    const date = answer.headers.get('date');
    return date === null ? undefined : new Date(date);
  } catch {
    return undefined;
  }
}
