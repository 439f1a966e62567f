import { loadConfig } from './config.ts';
import { openService } from './open-service.ts';
import { start } from './platform/process/start.ts';

// `npm run serve [-- --only public|console]`
await start(
  () => loadConfig(process.env, process.argv.slice(2)),
  async (starting) => {
    const { config, log } = starting;
    const { app } = await openService(starting);
    const address = await app.listen({ port: config.port, host: config.host });
    log.info(`Open ${config.publicUrl} (listening on ${address})`);
    process.send?.({ kind: 'open', url: config.publicUrl });
  },
);
