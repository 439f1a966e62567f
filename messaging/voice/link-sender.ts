import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { MessageLanguage, Messages } from '../../campaigns/messages/messages.ts';
import { fillTemplate, valuesWithLink } from '../../campaigns/messages/template.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { beginLinkRequest, endLinkRequest, type LinkRequest } from './link-requests-sql.ts';

export interface LinkSenderOptions {
  pool: Pool;
  gateway: Gateway;
  messages: Messages;
  /** `uppolice.gov.in`: what stands before /q/ and the code. */
  linkHost: string;
  log: Logger;
}

export interface LinkSender {
  /**
   * Sends the link by SMS, once a day a number; resolves to false when there was one already.
   * It goes on after the caller has hung up.
   */
  send(
    request: LinkRequest,
    link: { language: MessageLanguage; shortCode: string },
  ): Promise<boolean>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

const tries = 4;
const pauseMs = 1500;
/** Somebody who just asked for it; older than this it is no answer any more. */
const validitySeconds = 3600;

export function createLinkSender(options: LinkSenderOptions): LinkSender {
  const { pool, gateway, messages, log } = options;
  const underWay = new Set<Promise<void>>();

  async function deliver(
    request: LinkRequest,
    { language, shortCode }: { language: MessageLanguage; shortCode: string },
  ): Promise<void> {
    const template = messages.templates.find(({ id }) => id === `link-${language}`);
    if (template === undefined) throw new Error(`Expected a template link-${language}, got none`);
    const link = `${options.linkHost.toLowerCase()}/q/${shortCode}`;
    const message = {
      reference: '0',
      to: request.number,
      body: fillTemplate(template.text, valuesWithLink(template.text, link, [])),
      validitySeconds,
      templateId: template.templateId,
      principalEntityId: messages.principalEntityId,
      header: template.header,
    };
    for (let left = tries - 1; ; left -= 1) {
      try {
        const { providerId } = await gateway.sendSms(message);
        return await endLinkRequest(pool, request, { status: 'accepted', providerId });
      } catch (error) {
        if (!(error instanceof SendError)) throw error;
        if (!error.retryable || left === 0) {
          log.warn({ code: error.code }, 'a link that was asked for was not sent');
          const status = error.class === 'ambiguous' ? 'unknown' : 'failed';
          return await endLinkRequest(pool, request, { status, providerId: null });
        }
        await wait(error.retryAfterMs ?? pauseMs);
      }
    }
  }

  return {
    async send(request, link) {
      if (!(await beginLinkRequest(pool, request))) return false;
      const delivery = deliver(request, link).catch((error: unknown) => {
        log.error({ err: error }, 'a link that was asked for was not sent');
      });
      underWay.add(delivery);
      void delivery.finally(() => underWay.delete(delivery));
      return true;
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}
