import { type FastifyInstance, fastify } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';

/** A bare service on loopback; the provider's routes are open to everybody, so nobody is asked for. */
export async function openApp(
  register: (app: FastifyInstance, url: () => string) => Promise<void>,
): Promise<{ app: FastifyInstance; url: string }> {
  const app: FastifyInstance = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  let address = '';
  await register(app, () => address);
  address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, url: address };
}
