import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { secondPersonRule as secondPerson } from '../../../messaging/people/accounts/second-person.ts';
import { createHeldActs } from '../../../messaging/people/held-acts/held-acts.ts';
import { heldActRoutes } from '../../../messaging/people/held-acts/routes.ts';
import type { Module } from '../../../messaging/platform/http/module.ts';
import type { createLog } from '../../../messaging/platform/process/log.ts';
import { openAppRequests } from '../../../messaging/register/directions/app-requests-serve.ts';
import type { DirectionSources } from '../../../messaging/register/directions/live-register.ts';
import { openDirections } from '../../../messaging/register/directions/module.ts';
import { openModuleServer } from '../fixtures/open-module-server.ts';

interface RegisterOptions {
  progress: () => ProgressFile;
  /** Fields in the place of the campaign's own. */
  campaign?: { register: undefined; directions: [] };
  /** Slices that read the register. */
  beside?: (sources: DirectionSources) => readonly Module[];
  prefix?: string;
  log?: ReturnType<typeof createLog>;
}

/** The register of directions behind the real server, with its sources for what reads it. */
export async function openRegister<Who extends string>(
  officers: Readonly<Record<Who, Actor>>,
  { progress, campaign, beside = () => [], ...options }: RegisterOptions,
) {
  const opened: DirectionSources[] = [];
  const server = await openModuleServer({
    officers,
    open(ofHouse) {
      const parts = { ...ofHouse, campaign: { ...ofHouse.campaign, ...campaign } };
      const live = { current: async () => ({ file: progress(), json: '', etag: '' }) };
      const heldActs = createHeldActs(parts);
      const directions = openDirections({ ...parts, heldActs, live });
      opened.push(directions.sources);
      const house = { ...parts, secondPerson, directions: directions.sources };
      const held = { name: 'held acts', api: heldActRoutes(heldActs) };
      return [held, directions, openAppRequests(house), ...opened.flatMap(beside)];
    },
    ...options,
  });
  await server.database.ready;
  const [sources] = opened;
  if (sources === undefined) throw new Error('Expected the register opened, got none');
  /** Lays a paper beside an occurrence whose direction asks for one, as its office does before it hands it in. */
  const layPaper = async (key: string) => {
    const [obligation, office, period] = key.split('/');
    const asks = sources.data.directions.some(({ obligations }) =>
      obligations.some(({ id, file }) => id === obligation && file),
    );
    if (!asks) return;
    await server.database.pool.query(
      `INSERT INTO direction_occurrence (obligation, office, period, status, version)
       VALUES ($1, $2, $3, 'in-progress', 0) ON CONFLICT DO NOTHING`,
      [obligation, office, period],
    );
    await server.database.pool.query(
      `INSERT INTO direction_file (occurrence_id, sha256, name, type, bytes, uploaded_by)
       SELECT id, repeat('0', 64), 'आख्या.pdf', 'application/pdf', 1, 'PRO' FROM direction_occurrence AS o
       WHERE obligation = $1 AND office = $2 AND period = $3
         AND NOT EXISTS (SELECT FROM direction_file WHERE occurrence_id = o.id)`,
      [obligation, office, period],
    );
  };
  return { ...server, sources, layPaper };
}
