import type { FastifyError, FastifyInstance } from 'fastify';
import { ApiError } from './api-error.ts';

const wrongInput = {
  error: 'wrong-input',
  hi: 'भेजी गयी जानकारी अधूरी या अमान्य है',
  en: 'What was sent is incomplete or not valid',
};
const failed = {
  error: 'failed',
  hi: 'सेवा में त्रुटि हुई; कृपया कुछ देर बाद फिर प्रयास करें',
  en: 'The service failed; please try again later',
};

/** Answers what a route throws: refusals in both languages, wrong input with its place, the rest without a word. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ApiError, request, reply) => {
    if (error instanceof ApiError) {
      if (error.retryAfterSeconds !== undefined) {
        reply.header('retry-after', String(error.retryAfterSeconds));
      }
      return reply.code(error.statusCode).send(error.body);
    }
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      return reply.code(status).send({ ...wrongInput, detail: error.message });
    }
    request.log.error(error);
    return reply.code(500).send(failed);
  });
}
