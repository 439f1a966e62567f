import { loadConfig } from './config.ts';
import { loadInSteps } from './load-in-steps.ts';
import { start } from './platform/process/start.ts';
import { openFront } from './scanning/scans/front.ts';

// `npm run serve [-- --only public|console]`
await start(
  () => loadConfig(process.env, process.argv.slice(2)),
  async (starting) => {
    const { config, log, opened } = starting;
    // The officers' side answers no scans.
    const front = config.only === 'console' ? undefined : await openFront(config, log);
    if (front !== undefined) opened('front', front.stop);
    if (front !== undefined) {
      const { openEarlySite } = await import('./front/website/built-site.ts');
      front.attach(await openEarlySite(config, log, front.answerLater));
      await loadInSteps();
    }
    const { openService } = await import('./open-service.ts');
    const { app } = await openService(starting, { front });
    front?.attach(app);
    const address = front?.address ?? (await app.listen({ port: config.port, host: config.host }));
    log.info(`Open ${config.publicUrl} (listening on ${address})`);
    process.send?.({ kind: 'open', url: config.publicUrl });
  },
);
