import { setTimeout as wait } from 'node:timers/promises';

/** Slices whose libraries take longest to load, the largest first. */
const steps: readonly (() => Promise<unknown>)[] = [
  () => import('./platform/database/database.ts'),
  () => import('@aws-sdk/client-s3'),
  () => import('./open-stores.ts'),
  () => import('better-auth'),
  () => import('./people/accounts/module.ts'),
  () => import('./mail/delivery/module.ts'),
  () => import('./phone/gateways/open-gateways.ts'),
  () => import('./phone/sending/module.ts'),
  () => import('./phone/blasts/module.ts'),
  () => import('./phone/voice/module.ts'),
  () => import('./figures/reports/module.ts'),
  () => import('./figures/progress/module.ts'),
  () => import('./figures/open-data/module.ts'),
  () => import('./register/directions/module.ts'),
  () => import('./register/compliance-reports/module.ts'),
  () => import('./field/press-notes/module.ts'),
  () => import('./field/stations/module.ts'),
  () => import('./print/proofs/module.ts'),
  () => import('./print/purchase-orders/module.ts'),
  () => import('./print/studio/module.ts'),
  () => import('./front/mailings/module.ts'),
  () => import('./server.ts'),
  () => import('./modules.ts'),
];

/** Scans that came during a step are read, durable and answered in it. */
const pauseMs = 15;

/** Loads the service a slice a time: all at once would hold the thread for seconds, and scans are answered between. */
export async function loadInSteps(): Promise<void> {
  for (const load of steps) {
    await load();
    await wait(pauseMs);
  }
}
