import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { file, route } from '../../contract/route.ts';
import { answerScan, type ScanAnswer, type ScanDependencies } from './answer-scan.ts';

/** The addresses in printed codes. */
const scanRoutes = {
  scan: route('GET /q/:code', {
    summary: 'A printed or typed short code: to the store of the device, or the landing page',
    response: {
      302: z.undefined().describe('To the store or the page'),
      410: file('text/html', 'The code was closed; the page says why and where to get the app'),
      404: file('text/html', 'No such code; the page offers the nearest ones'),
    },
  }),
};

/**
 * `GET /q:code` as printed, and `GET /q/:code` of messages and of the first edition, in upper case or any.
 * @param read what they are answered from now
 */
export function registerScans(
  app: FastifyInstance,
  read: () => ScanDependencies,
  { documented = true } = {},
): void {
  // One line for each of thousands of scans says nothing that /metrics does not.
  const quiet = app.log.child({}, { level: 'warn' });
  for (const path of scanPaths) {
    app.get<ScanRequest>(
      path,
      {
        config: { access: 'public', answers: 'scan' },
        childLoggerFactory: () => quiet,
        ...(documented && {
          schema: { ...scanRoutes.scan.schema, hide: path !== scanRoutes.scan.url },
        }),
      },
      // A handler that returns a promise has Fastify watch each answer to its end, for a tenth of a scan's time.
      (request, reply) => {
        const { raw, params, query, ip: address } = request;
        const typed = params.code ?? String(query.c ?? '');
        const requestId = () => request.id;
        answerScan(read(), { raw, typed, confirm: query.confirm, address, requestId }).then(
          (answer) => send(reply, answer),
          (error) => reply.send(error),
        );
      },
    );
  }
}

/** `/q/?c=CODE` comes from the field of the page for a wrong code. Without a slash a code must look like one, so that no file or page of the site is taken for it. */
const scanPaths = [
  '/q/',
  '/q/:code',
  '/Q/:code',
  '/q:code(^[^/.]{4,24}$)',
  '/Q:code(^[^/.]{4,24}$)',
  // As some programs write an address that they were given.
  '/q/:code/',
  '/Q/:code/',
  '/q:code(^[^/.]{4,24}$)/',
  '/Q:code(^[^/.]{4,24}$)/',
];

interface ScanRequest {
  Params: { code?: string };
  Querystring: { c?: unknown; confirm?: string | string[] };
}

function send(reply: FastifyReply, { status, headers, page }: ScanAnswer): void {
  if (page !== undefined) reply.kind = 'lost-page';
  for (let at = 0; at < headers.length; at += 2)
    reply.header(headers[at] as string, headers[at + 1]);
  reply.code(status).send(page);
}
