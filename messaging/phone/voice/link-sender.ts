import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { hourSeconds } from '../../../campaigns/durations.ts';
import { fillTemplate } from '../../../campaigns/messages/fill-template.ts';
import type { MessageLanguage, Messages, Template } from '../../../campaigns/messages/messages.ts';
import { registrationFault } from '../../../campaigns/messages/registration.ts';
import { measureText } from '../../../campaigns/messages/segments.ts';
import { serviceTemplate } from '../../../campaigns/messages/service-template.ts';
import { valuesWithLinks } from '../../../campaigns/messages/stop-link.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import type { DatabaseClock } from '../../platform/database/database-clock.ts';
import { legalHours } from '../blasts/window.ts';
import type { Gateway, OutgoingSms } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import {
  beginLinkRequest,
  countLinkRefusal,
  endLinkRequest,
  type LinkRefusal,
  type LinkRequest,
} from './link-requests-sql.ts';

export interface LinkSenderOptions {
  pool: Pool;
  gateway: Gateway;
  messages: Messages;
  /** `uppolice.gov.in`: what is before /q/ and the code. */
  linkHost: () => string;
  /** Price of a segment. */
  paisePerSegment: number;
  /** For the legal hours, and for the day and month of a request. */
  clock: Pick<DatabaseClock, 'now'>;
  log: Logger;
}

export interface LinkSender {
  /**
   * Sends the link by SMS, once a day a number, by the rules that bind every message; resolves to why it is not sent.
   * It goes on after the caller has hung up.
   */
  send(
    input: Omit<LinkRequest, 'day'>,
    link: { language: MessageLanguage; shortCode: string },
  ): Promise<LinkRefusal | null>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

const tries = 4;
const pauseMs = 1500;
/** Somebody who just asked for it; older than this it is no answer any more. */
const validitySeconds = hourSeconds;

export function createLinkSender(options: LinkSenderOptions): LinkSender {
  const { pool, messages, log } = options;
  const underWay = new Set<Promise<void>>();
  return {
    async send(input, { language, shortCode }) {
      const now = await options.clock.now();
      const request = { ...input, day: toDay(now) };
      const address = `${options.linkHost().toLowerCase()}/q/${shortCode}`;
      const link = writeLink(messages, language, address);
      const refusal = await judge(options, request, { ...link, now });
      if (refusal !== null) {
        log.info(
          { reason: refusal, source: request.source },
          'a link that was asked for is refused',
        );
        await countLinkRefusal(pool, request.day, refusal);
        return refusal;
      }
      const delivery = deliver(options, request, link).catch((error: unknown) => {
        log.error({ err: error }, 'a link that was asked for was not sent');
      });
      underWay.add(delivery);
      void delivery.finally(() => underWay.delete(delivery));
      return null;
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}

async function judge(
  { pool, gateway, messages, paisePerSegment }: LinkSenderOptions,
  request: LinkRequest,
  { template, body, now }: Link & { now: Date },
): Promise<LinkRefusal | null> {
  if (!isIndianMobile(request.number)) return 'country';
  if (gateway.name !== 'emulator' && registrationFault(template, messages) !== null) {
    return 'not-registered';
  }
  const hours = { category: template.category, channel: 'sms' } as const;
  if (!legalHours(hours, now).open) return 'hours';
  return beginLinkRequest(pool, request, {
    paise: measureText(body).segments * paisePerSegment,
    monthlyBudgetPaise: messages.linkBudgetPaise,
  });
}

async function deliver(
  { pool, gateway, messages, log }: LinkSenderOptions,
  request: LinkRequest,
  { template, body }: Link,
): Promise<void> {
  const message: OutgoingSms = {
    reference: '0',
    to: request.number,
    body,
    validitySeconds,
    templateId: template.templateId,
    principalEntityId: messages.principalEntityId,
    header: template.header,
    category: template.category,
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

interface Link {
  template: Template;
  body: string;
}

function writeLink(messages: Messages, language: MessageLanguage, link: string): Link {
  const template = serviceTemplate(messages, 'link', language);
  const values = valuesWithLinks(template, { app: link, stop: link }, []);
  return { template, body: fillTemplate(template.text, values) };
}

/** Whether a caller may be answered by SMS: no hidden and no foreign number, whose price nobody knows. */
export function isIndianMobile(number: string): boolean {
  return /^\+91[6-9]\d{9}$/.test(number);
}
