import type { Pool } from 'pg';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { alertSentence } from '../../../campaigns/words/alert-words.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { localPath, momentText } from '../delivery/audit-letters.ts';
import { alertLetter } from '../delivery/letters/alert.ts';
import { findVoice, type LetterCampaign } from '../delivery/letters/voice.ts';
import { type Mail, toOfficer } from '../delivery/mail.ts';
import { listRecipients } from '../delivery/recipients-sql.ts';
import type { AlertChannel } from './channel.ts';

const limitMs = 10_000;

/** Writes a letter of each new alert to the officers who see alerts; that one has ended the console shows. */
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
      if (event !== 'opened') return;
      await inTransaction(pool, async (tx) => {
        const officers = await listRecipients(tx, { roles: rolesFor('alert.read') }, 'alerts');
        for (const officer of officers) {
          const voice = findVoice(campaign, officer.language);
          const { language } = voice;
          await mail.send(tx, {
            key: `alert/${alert.id}/${officer.id}`,
            kind: 'alert',
            ...toOfficer(officer, { language, topic: 'alerts' }),
            content: alertLetter(
              {
                sentence: alertSentence(alert),
                at: momentText(alert.openedAt, language),
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
