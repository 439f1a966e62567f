// The peer of the scan redirect: Fastify with one route that answers 302 and does nothing else.
import { fastify } from 'fastify';

const app = fastify();
app.get('/Q/:code', (_request, reply) =>
  reply.redirect(
    'https://play.google.com/store/apps/details?id=uttarpradesh.citizen.app&referrer=utm_source%3Dboard',
    302,
  ),
);
console.log(await app.listen({ port: Number(process.argv[2]), host: '127.0.0.1' }));
