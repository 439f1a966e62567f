import { z } from 'zod';
import { pointTermsSchema } from '../../../campaigns/directions/meeting-points.ts';
import { line, paragraph } from '../../../campaigns/text-types.ts';
import { oneId, refusals } from '../../contract/route.ts';
import { answerAct, byOfficer } from '../../kit/held-acts.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { day, meeting, seen, wholeMeeting } from './directions-schemas.ts';
import type { RegisterDoors } from './held-steps.ts';
import type { DirectionSources } from './live-register.ts';
import { enterMeeting, readMeeting } from './meetings.ts';
import { listMeetings } from './meetings-sql.ts';

/** Later meetings: headquarters takes minutes in and checks each point. */
export function meetingRoutes(sources: DirectionSources, doors: RegisterDoors) {
  return [
    serveRoute('GET /api/directions/meetings', {
      summary: 'Later meetings with the numbers of their points',
      response: { 200: z.array(meeting) },
      may: 'direction.add',
      handler: async () => listMeetings(sources.database.pool),
    }),
    serveRoute('GET /api/directions/meetings/:id', {
      summary: 'A meeting with its points',
      params: oneId,
      response: { 200: wholeMeeting, ...refusals(404) },
      may: 'direction.add',
      handler: async ({ params }) => readMeeting(sources, params.id),
    }),
    serveRoute('POST /api/directions/meetings', {
      summary:
        'Takes minutes in and splits them by points; none counts before a person has checked it',
      body: z.object({
        title: line({ min: 1, max: 160 }),
        number: line({ max: 80 }).default(''),
        day,
        minutes: paragraph({ min: 1, max: 60_000 }),
      }),
      response: { 201: wholeMeeting, ...refusals(422) },
      may: 'direction.add',
      handler: async ({ caller, body }) => enterMeeting(sources, body, caller),
    }),
    serveRoute('POST /api/directions/points/:id/check', {
      summary: 'Says who owes a point and when; from now on it counts',
      params: oneId,
      body: z.object({
        ...seen,
        terms: pointTermsSchema,
        reason: paragraph({ max: 500 }).default(''),
      }),
      response: { 200: wholeMeeting, 202: heldAnswer, ...refusals(404, 409) },
      may: 'direction.add',
      handler: async ({ caller, params, body }, reply) => {
        const { reason, ...point } = body;
        const outcome = await doors.change({
          input: { point: { ...params, ...point } },
          subject: `direction-point/${params.id}`,
          reason,
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, (meeting) => readMeeting(sources, meeting ?? 0));
      },
    }),
    serveRoute('POST /api/directions/points/:id/drop', {
      summary: 'A point that orders nothing, or one that was dropped put back',
      params: oneId,
      body: z.object({
        ...seen,
        dropped: z.boolean(),
        reason: paragraph({ max: 500 }).default(''),
      }),
      response: { 200: wholeMeeting, 202: heldAnswer, ...refusals(404, 409) },
      may: 'direction.add',
      handler: async ({ caller, params, body }, reply) => {
        const { reason, ...point } = body;
        const outcome = await doors.change({
          input: { drop: { ...params, ...point } },
          subject: `direction-point/${params.id}`,
          reason,
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, (meeting) => readMeeting(sources, meeting ?? 0));
      },
    }),
  ];
}
