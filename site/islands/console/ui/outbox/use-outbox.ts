import { useSyncExternalStore } from 'react';
import { useConsole, useMe } from '../console-context.ts';
import type { Service } from '../service.ts';
import { type Outbox, type OutboxState, openOutbox } from './outbox.ts';

let opened: { owner: string; service: Service; outbox: Outbox } | undefined;

/** The one outbox of this page for the officer who is signed in; another officer's is closed. */
function pickOutbox(service: Service, owner: string): Outbox {
  if (opened?.owner === owner && opened.service === service) return opened.outbox;
  opened?.outbox.close();
  opened = { owner, service, outbox: openOutbox(service, owner) };
  return opened.outbox;
}

/** The outbox and its entries. Opened with the console, so that each visit sends what waits. */
export function useOutbox(): { outbox: Outbox; state: OutboxState } {
  const { service } = useConsole();
  const { id } = useMe();
  const outbox = pickOutbox(service, id);
  return { outbox, state: useSyncExternalStore(outbox.subscribe, outbox.state) };
}
