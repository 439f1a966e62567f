import type { Logger } from 'pino';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Database } from '../database/database.ts';
import type { Identify } from '../http/access.ts';
import type { Module } from '../http/module.ts';
import { startChangeFeed } from './change-feed.ts';
import { registerEvents } from './routes.ts';

/** Tells the consoles that are open what others changed. */
export function openEvents(options: {
  database: Database;
  directory: Directory;
  identify: Identify;
  log: Logger;
}): Module {
  const { database, directory, identify, log } = options;
  const feed = startChangeFeed({
    pool: database.pool,
    ready: database.ready,
    onTrouble: (error) => log.warn({ err: error }, 'word of changes waits'),
  });
  return {
    name: 'events',
    register: ({ api }) => registerEvents(api, { feed, districts: directory.districts, identify }),
    close: feed.stop,
  };
}
