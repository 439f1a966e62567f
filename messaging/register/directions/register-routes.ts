import { z } from 'zod';
import { isPossible } from '../../../campaigns/directions/occurrence-state.ts';
import { toId } from '../../../campaigns/id.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { paragraph } from '../../../campaigns/text-types.ts';
import { bilingual, refusals } from '../../contract/route.ts';
import { answerAct, byOfficer } from '../../kit/held-acts.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { readCatalogue } from './direction-views.ts';
import {
  catalogue,
  type DecideManyBody,
  day,
  decideManyBody,
  mostAtOnce,
  named,
} from './directions-schemas.ts';
import type { RegisterDoors } from './held-steps.ts';
import { type DirectionSources, readLive, searchOccurrences } from './live-register.ts';
import { isSelected, toFilter } from './routes.ts';

/** Steps with many occurrences at once, and changes of the register itself by headquarters. */
export function manyRoutes(sources: DirectionSources, doors: RegisterDoors) {
  return [
    serveRoute('POST /api/directions/occurrences/decide', {
      summary:
        'Sets aside, closes or answers several at once with one reason; each is an entry of the log',
      body: decideManyBody,
      response: {
        200: z.object({
          done: z.int(),
          left: z
            .array(z.object({ reason: z.string(), text: bilingual, keys: z.array(z.string()) }))
            .describe('What could not be done, by the refusal'),
        }),
        202: heldAnswer,
        ...refusals(409),
      },
      may: 'direction.submit',
      handler: async ({ actor, caller, body }, reply) => {
        const { action, remark, ...selected } = body;
        const keys = await listChosen(sources, { action, ...selected }, actor);
        const outcome = await doors.steps({
          input: { keys, version: null, action, remark, actor },
          subject: `direction-register/${actor.id}`,
          reason: remark,
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, (result) => result);
      },
    }),
    serveRoute('POST /api/directions/takeover', {
      summary: 'The day from which what is repeated is owed',
      body: z.object({ day, reason: paragraph({ max: 500 }).default('') }),
      response: { 200: catalogue, 202: heldAnswer, ...refusals(409) },
      may: 'direction.add',
      handler: async ({ actor, caller, body: { day, reason } }, reply) => {
        const outcome = await doors.takeover({
          input: { day },
          subject: 'direction-register/all',
          reason,
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, () => readCatalogue(sources, actor));
      },
    }),
    serveRoute('POST /api/directions/apps', {
      summary: 'An app that a later paper is about',
      body: named.extend({
        citizen: z.boolean(),
        reason: paragraph({ max: 500 }).default(''),
      }),
      response: { 201: catalogue, 202: heldAnswer, ...refusals(409) },
      may: 'direction.add',
      handler: async ({ actor, caller, body: { reason, ...app } }, reply) => {
        const outcome = await doors.change({
          input: { app },
          subject: `direction-register/app-${toId(app.en)}`,
          reason,
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, () => readCatalogue(sources, actor));
      },
    }),
  ];
}

/** Without keys the whole selection is meant, as far as something is to be done with it. */
async function listChosen(
  sources: DirectionSources,
  { action, selection, keys }: Omit<DecideManyBody, 'remark'>,
  actor: Actor,
): Promise<string[]> {
  const known = await readLive(sources);
  const { entries } = await searchOccurrences(sources, known, {
    actor,
    filter: toFilter(known, selection),
    only: (office) => isSelected(sources, office, selection),
  });
  const chosen = keys && new Set(keys);
  const all = entries.filter(({ key, state }) => chosen?.has(key) ?? isPossible(state, action));
  if (all.length > mostAtOnce) throw new Refusal('direction-too-many');
  return all.map(({ key }) => key);
}
