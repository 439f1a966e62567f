import type { Spool } from '../../platform/spool/spool.ts';
import type { Gateway, Inbox } from '../gateways/gateway.ts';
import { keepStop } from './heard-stop.ts';
import { encodeLinkRecord } from './link-record.ts';
import { type IsStop, isStopWord } from './stop-word.ts';

/**
 * Puts into a spool what comes over the links of gateways. The provider is told that we have it once it is durable, so
 * that a kill loses nothing.
 * @returns what ends it: from then on the provider keeps what it has
 */
export function openLinkInboxes(
  gateways: Readonly<Record<string, Pick<Gateway, 'receive'>>>,
  spool: Pick<Spool, 'append'>,
  isStop: IsStop = isStopWord,
): () => void {
  let open = true;
  for (const [gateway, { receive }] of Object.entries(gateways)) receive?.(createInbox(gateway));

  function createInbox(gateway: string): Inbox {
    return {
      async receipt(news) {
        return open && spool.append(encodeLinkRecord({ kind: 'part', news: { ...news, gateway } }));
      },
      async reply({ number, body }) {
        if (!isStop(body)) return true;
        return open && keepStop(spool, { number });
      },
    };
  }
  return () => {
    open = false;
  };
}
