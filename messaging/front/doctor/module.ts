import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { campaignFolder } from '../../../campaigns/campaign-fs.ts';
import { minuteMs } from '../../../campaigns/durations.ts';
import { loadRegistry } from '../../../campaigns/links/registry-fs.ts';
import type { Module } from '../../platform/http/module.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { version } from '../../platform/process/version.ts';
import { examine } from './checks.ts';
import { type Finding, findingSchema } from './doctor-schemas.ts';
import type { DoctorContext } from './finding.ts';

/** The same table as `npm run doctor`, of the machine that answers. */
export function openDoctor(context: DoctorContext): Module & Pick<Looks, 'countFailed'> {
  const { look, countFailed } = openLooks(() => examine(context));
  return { name: 'doctor', countFailed, api: doctorRoutes(look) };
}

export function doctorRoutes(look: Looks['look']) {
  return [
    serveRoute('GET /api/doctor', {
      summary: 'Every check of the installation, each good, not set up, or to be acted on',
      response: {
        200: z.object({
          host: z.string().describe('Machine that looked'),
          version: z.string(),
          findings: z.array(findingSchema),
        }),
      },
      may: 'doctor.read',
      handler: async () => ({ host: hostname(), version, findings: await look() }),
    }),
  ];
}

interface Looks {
  /** Looks now; two who ask at once look once. */
  look(): Promise<Finding[]>;
  /** Rows to act on at the last check; checks again in the background if that was long ago. */
  countFailed(): Promise<number>;
}

const freshMs = 15 * minuteMs;
/** An officer does not wait for a host that does not answer. */
const patienceMs = 3000;

function openLooks(examine: () => Promise<Finding[]>): Looks {
  let looking: Promise<Finding[]> | undefined;
  let last: { findings: Finding[]; at: number } | undefined;
  const look = () => {
    looking ??= examine()
      .then((findings) => {
        last = { findings, at: performance.now() };
        return findings;
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  return {
    look,
    async countFailed() {
      if (last === undefined || performance.now() - last.at > freshMs) {
        const done = look().catch(() => []);
        if (last === undefined)
          await Promise.race([done, wait(patienceMs, undefined, { ref: false })]);
      }
      return last?.findings.filter(({ state }) => state === 'act').length ?? 0;
    },
  };
}

/** A code that the campaign has printed: its first owner's board. */
export function findPrintedCode(campaign: string): string {
  const registry = loadRegistry({ campaignFolder: campaignFolder(campaign) });
  const [first] = registry.assignments;
  if (first === undefined) throw new Error('Expected codes of the campaign, got none');
  return registry.codeFor(first.owner, 'board');
}
