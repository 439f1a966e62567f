import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Parts of the service whose failures are survived. */
const troubledParts = ['database', 'retention', 'salts', 'spool'] as const;

export type ScanOutcome = 'stored' | 'dropped' | 'unknown' | 'closed';

/** Figures of the running service. A room that adds one registers it with `registry`. */
export interface Metrics {
  registry: Registry;
  requestSeconds: Histogram<'method' | 'route' | 'status'>;
  /** Times from 50 ms on in which the main thread answered nobody else. */
  heldSeconds: Histogram<'route'>;
  /** Counted here and shown as `scans_total`: a plain number costs a scan nothing. */
  scans: Record<ScanOutcome, number>;
  malformedRecords: Counter;
  troubles: Counter<'part'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const troubles = new Counter({
    name: 'troubles_total',
    help: 'Failures that were survived, by part of the service',
    labelNames: ['part'],
    registers,
  });
  for (const part of troubledParts) troubles.inc({ part }, 0);
  const heldSeconds = new Histogram({
    name: 'main_thread_held_seconds',
    help: 'Times from 50 ms on in which the main thread answered nobody else, by the routes under way',
    labelNames: ['route'],
    buckets: [0.1, 0.2, 0.5, 1, 5],
    registers,
  });
  heldSeconds.zero({ route: 'none' });
  const scans: Metrics['scans'] = { stored: 0, dropped: 0, unknown: 0, closed: 0 };
  new Gauge({
    name: 'scans_total',
    help: 'Answered scans: stored in the spool, dropped since the disk took nothing, or of a code that is unknown or closed',
    labelNames: ['outcome'],
    registers,
    collect() {
      for (const [outcome, count] of Object.entries(scans)) this.set({ outcome }, count);
    },
  });
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'http_request_seconds',
      help: 'Time to answer, by route; scans have their own counter',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.025, 0.1, 0.5, 2, 10],
      registers,
    }),
    heldSeconds,
    scans,
    malformedRecords: new Counter({
      name: 'spool_malformed_records_total',
      help: 'Spooled records that were no scan of a registered code and were left out',
      registers,
    }),
    troubles,
  };
}

const readLimitMs = 2000;

/**
 * Shows figures that are asked for whenever the figures are read, by one label. While they cannot be had they are left
 * out: nobody takes an old figure for a new one.
 */
export function watchAsked(
  registry: Registry,
  { name, help, label }: { name: string; help: string; label: string },
  read: () => Promise<Readonly<Record<string, number>>>,
): void {
  new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    async collect() {
      const { promise: late, resolve } = Promise.withResolvers<Record<string, number>>();
      const timer = setTimeout(() => resolve({}), readLimitMs);
      const values = await Promise.race([read().catch(() => ({})), late]);
      clearTimeout(timer);
      this.reset();
      for (const [value, count] of Object.entries(values)) this.set({ [label]: value }, count);
    },
  });
}

/** Shows a spool's counts whenever the figures are read. */
export function watchSpool(
  registry: Registry,
  name: string,
  counts: () => Readonly<Record<string, number>>,
): void {
  const gauge = new Gauge({
    name: `spool_${name}`,
    help: 'Records since the start: stored, dropped (disk full), drained into the database; bytes found damaged',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      for (const [kind, count] of Object.entries(counts())) gauge.set({ kind }, count);
    },
  });
}

/** Shows the results of submissions that did not reach the ledger, whenever the figures are read. */
export function watchOutcomes(
  registry: Registry,
  counts: () => { waiting: number; parked: number },
): void {
  new Gauge({
    name: 'outcomes_waiting',
    help: 'Outcomes of submissions that wait to be written into the ledger',
    registers: [registry],
    collect() {
      this.set(counts().waiting);
    },
  });
  new Gauge({
    name: 'outcomes_parked',
    help: 'Outcomes since the start that the ledger refused; the log has each of them',
    registers: [registry],
    collect() {
      this.set(counts().parked);
    },
  });
}
