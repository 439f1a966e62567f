import { createClock } from '../../../messaging/platform/process/clock.ts';
import type { TestConsoleOptions } from '../../messaging/fixtures/console.ts';
import { type Office, openConsole } from '../../messaging/fixtures/open-console.ts';

/** The service's day. */
export const today = '2019-04-12';

/** The service behind the forms of one file, on a database of its own, with officers who are signed in. */
export const openFormService = <Name extends string = never>(
  offices?: Readonly<Record<Name, Office>>,
  options: TestConsoleOptions = {},
) => openConsole(offices, { clock: createClock(() => today), ...options });
