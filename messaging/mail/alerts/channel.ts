import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { alertSentence, wentOnSentence } from '../../../campaigns/words/alert-words.ts';
import { alertLetterWords } from '../../../campaigns/words/letters/short-letter-words.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { postSigned, type Webhook } from '../../platform/http/signed-post.ts';
import { tellOrPutOff } from '../../platform/process/tell-again.ts';
import { localPath, momentText } from '../delivery/audit-letters.ts';
import type { LetterContent } from '../delivery/letter.ts';
import { frame } from '../delivery/letters/frame.ts';
import { findVoice, type LetterCampaign, type Voice } from '../delivery/letters/voice.ts';
import { type Mail, toOfficer } from '../delivery/mail.ts';
import { listRecipients } from '../delivery/recipients-sql.ts';
import { type AlertNotice, endNotice, goesOn, putOffNotice, takeNotices } from './alerts-sql.ts';

/** A way by which people outside the console hear of alerts. */
export interface AlertChannel {
  readonly name: string;
  /** Longest time that one notice takes. */
  readonly limitMs: number;
  /** Throws when it could not be told. */
  tell(notice: AlertNotice, signal: AbortSignal): Promise<void>;
}

export interface Telling {
  pool: Pool;
  channels: readonly AlertChannel[];
  log: Logger;
  /** Aborts when the service stops. */
  signal: AbortSignal;
  /** First pause after a failure; each next one is twice as long. */
  firstPauseMs?: number;
}

const atOnce = 20;

/** Tells what is due over every channel; what fails is tried again later. */
export async function tellNotices({
  pool,
  channels,
  log,
  signal,
  firstPauseMs = 10_000,
}: Telling): Promise<void> {
  if (channels.length === 0) return;
  const due = await takeNotices(pool, {
    channels: channels.map(({ name }) => name),
    leaseMs: 2 * Math.max(...channels.map(({ limitMs }) => limitMs)),
    limit: atOnce,
  });
  await Promise.all(
    due.map((notice) => {
      const { alert, event, channel, tries } = notice;
      const news = {
        name: 'an alert',
        about: { alert: alert.id, event, channel },
        tries,
        tell: async () => channels.find(({ name }) => name === channel)?.tell(notice, signal),
        end: () => endNotice(pool, notice),
        putOff: (pauseMs: number) => putOffNotice(pool, notice, pauseMs),
      };
      return tellOrPutOff(news, { log, firstPauseMs });
    }),
  );
}

const limitMs = 10_000;

/**
 * Writes a letter of each new alert to the officers who see alerts. That one has ended the console shows, but for a pause that
 * ended by itself: who was told that a blast waits is told that it goes on.
 */
export function createMailChannel(options: {
  pool: Pool;
  mail: Mail;
  campaign: LetterCampaign;
  publicUrl: string;
}): AlertChannel {
  const { pool, mail, campaign, publicUrl } = options;
  return {
    name: 'mail',
    limitMs,
    async tell({ event, alert }) {
      const isOver = event === 'closed';
      if (isOver && !alert.detail.startsWith('gateway-busy')) return;
      await inTransaction(pool, async (tx) => {
        if (isOver && !(await goesOn(tx, Number(alert.subject)))) return;
        const officers = await listRecipients(tx, { roles: rolesFor('alert.read') }, 'alerts');
        for (const officer of officers) {
          const voice = findVoice(campaign, officer.language);
          const { language } = voice;
          await mail.send(tx, {
            key: `alert/${alert.id}/${isOver ? 'over/' : ''}${officer.id}`,
            kind: 'alert',
            ...toOfficer(officer, { language, topic: 'alerts' }),
            content: alertLetter(
              {
                sentence: isOver ? wentOnSentence(alert) : alertSentence(alert),
                at: momentText(alert.closedAt ?? alert.openedAt, language),
                isOver,
                consoleUrl: `${publicUrl}${localPath(language, '/console/')}`,
              },
              voice,
            ),
          });
        }
      });
    },
  };
}

/** Posts alerts as signed JSON. @param publicUrl base of the console's addresses */
export function createWebhook(
  webhook: Webhook,
  { publicUrl, limitMs = 10_000 }: { publicUrl: string; limitMs?: number },
): AlertChannel {
  return {
    name: 'webhook',
    limitMs,
    tell: (notice, signal) =>
      postSigned(webhook, {
        kind: 'Alert',
        id: `${notice.alert.id}-${notice.event}`,
        content: toContent(notice, publicUrl),
        limitMs,
        signal,
      }),
  };
}

function toContent({ event, alert }: AlertNotice, publicUrl: string): Record<string, unknown> {
  const { id, kind, subject, detail, openedAt, closedAt } = alert;
  return {
    event,
    id,
    kind,
    subject,
    detail,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    text: alertSentence(alert),
    console: `${publicUrl}/console/`,
  };
}

interface AlertFacts {
  sentence: Bilingual;
  /** Day and time as they are shown. */
  at: string;
  /** Told of its end. */
  isOver?: boolean;
  consoleUrl: string;
}

/** A new alert, to those who can remove its cause. */
export function alertLetter(
  { sentence, at, isOver = false, consoleUrl }: AlertFacts,
  voice: Voice,
): LetterContent {
  const { language, app } = voice;
  const words = alertLetterWords[language];
  return frame({
    voice,
    unsubscribe: true,
    subject: isOver ? words.subjectOver(app) : words.subject(app),
    parts: [
      { kind: 'text', text: sentence[language] },
      { kind: 'rows', rows: [[isOver ? words.over : words.since, at]] },
      ...(isOver ? [] : [{ kind: 'text' as const, text: words.closing }]),
      { kind: 'button', label: words.open, href: consoleUrl },
    ],
  });
}
