import { z } from 'zod';
import { file, route } from '../../contract/route.ts';

const readiness = z.object({
  ready: z.boolean(),
  parts: z.record(z.string(), z.enum(['ok', 'missing', 'full'])),
});

/** For the proxy, systemd and Prometheus. */
export const healthRoutes = {
  alive: route({
    method: 'GET',
    url: '/healthz',
    schema: {
      summary: 'The process answers',
      response: { 200: z.object({ status: z.literal('ok') }) },
    },
  }),
  ready: route({
    method: 'GET',
    url: '/readyz',
    schema: {
      summary: 'Every part is there; scans are answered even when one is missing',
      response: { 200: readiness, 503: readiness },
    },
  }),
  metrics: route({
    method: 'GET',
    url: '/metrics',
    schema: {
      summary: 'Figures for Prometheus',
      response: { 200: file('text/plain', 'The figures in the exposition format') },
    },
  }),
};
