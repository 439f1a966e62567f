import { z } from 'zod';
import { applyRegistrations } from '../../../campaigns/messages/registrations.ts';
import { done, oneId, refusals } from '../../contract/route.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { keepEntered, type LiveCampaign } from './entered-messages.ts';
import {
  confirmApproval,
  enterRegistration,
  entry,
  type Registrations,
  registration,
  showRegistrations,
} from './registrations.ts';
import { readCounting } from './registrations-sql.ts';

/** Another process may have entered a word meanwhile. */
const refreshMs = 10_000;

/** Headers and templates as the registrar has them; the campaign's templates follow. */
export function openRegistrations(house: House & LiveCampaign): Module {
  const { database, campaign, clock, log } = house;
  const keep = keepEntered(house, 'templates', applyRegistrations);
  const refresh = async () => keep(await readCounting(database.pool));
  const readings = repeat(refresh, {
    pauseMs: refreshMs,
    onTrouble: (error) =>
      log.warn({ err: error }, 'what the registrar said of templates was not read'),
  });
  const first = readings.run();
  return {
    name: 'registrations',
    async register({ api }) {
      // Nothing is sent by the files alone while an officer's word is not read.
      await first;
      addRoutes(api, registrationRoutes({ database, campaign, today: clock.today, refresh }));
    },
    close: readings.stop,
  };
}

export function registrationRoutes(registrations: Registrations) {
  return [
    serveRoute('GET /api/registrations', {
      summary: 'What the registrar said of headers and templates, the latest first',
      response: { 200: z.array(registration) },
      may: 'blast.read',
      handler: ({ caller }) => showRegistrations(registrations, caller),
    }),
    serveRoute('POST /api/registrations', {
      summary: 'Enters a word of the registrar; an approval waits for a second officer',
      body: entry,
      response: { 204: done, ...refusals(409) },
      may: 'registration.enter',
      handler: async ({ body, caller }) => enterRegistration(registrations, body, caller),
    }),
    serveRoute('POST /api/registrations/:id/confirm', {
      summary: 'Confirms an approval that another officer entered',
      params: oneId,
      response: { 204: done, ...refusals(404, 409) },
      may: 'registration.confirm',
      handler: async ({ params, caller }) => confirmApproval(registrations, params.id, caller),
    }),
  ];
}
