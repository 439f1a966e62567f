import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { effectWords, installKeyWords } from '../../../campaigns/words/effect-words.ts';
import { inBoth } from '../../../campaigns/words/pairs.ts';
import { insertEntry } from '../../kit/entries-sql.ts';
import type { Row } from '../../kit/feature.ts';
import { auditedBy, byOfficer, describeMaker, type HeldActs } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Module } from '../../platform/http/module.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { createClock } from '../../platform/process/clock.ts';
import { installKeys } from './install-keys-feature.ts';
import { discardInstalls } from './installs-sql.ts';
import type { Installs } from './take-install.ts';

const symbols = '0123456789abcdefghijklmnopqrstuvwxyz';

/** The administrator's keys. Every one that is made or ended is in the audit log; its secret is not. */
export function openInstallKeys({
  database,
  directory,
  heldActs,
}: Pick<House, 'database' | 'directory' | 'heldActs'>): Module {
  return serve(
    installKeys,
    { database, directory, heldActs, clock: createClock() },
    {
      judge: {
        // A leaked key is revoked at once; only what it brought needs headquarters.
        async discard(_tx, { before: { installs } }) {
          if (installs === 0) return { changes: [], findings: [] };
          const what = inBoth(installKeys.fields.installs.label);
          return {
            changes: [{ what, before: installs, after: 0 }],
            findings: [{ code: 'installs falls', ...inBoth(effectWords.falls()) }],
          };
        },
      },
      rules: {
        revoke: ({ before: { key } }) => ({ entry: { subject: `install-key/${key}` } }),
        discard: ({ before: { key, revokedBy, revokedAt } }) => ({
          // One that is revoked already stays so as it was.
          values: revokedAt === null ? {} : { revokedBy, revokedAt },
          entry: { subject: `install-key/${key}` },
        }),
      },
      also: {
        async discard(tx, { before, after }) {
          await discardInstalls(tx, before.key);
          if (after !== undefined) after.installs = 0;
        },
      },
    },
  );
}

/**
 * Separate from the declaration, as no other answer has a secret. A key counts nothing until an officer of headquarters accepts it
 * and its limit: who holds it moves a public figure that far each day.
 */
export function installKeyRoutes({ secrets }: Pick<Installs, 'secrets'>, heldActs: HeldActs) {
  const make = heldActs.open<Pick<Row<typeof installKeys>, 'key' | 'place' | 'dailyLimit'>, void>({
    kind: 'install-key',
    title: installKeys.title,
    may: 'report.import',
    async judge(_tx, { place, dailyLimit }) {
      const { label, options } = installKeys.fields.place;
      const changes = [
        { what: inBoth(label), before: null, after: inBoth(options[place]) },
        { what: inBoth(installKeys.fields.dailyLimit.label), before: 0, after: dailyLimit },
      ];
      return { changes, findings: [{ code: 'key', noReason: true, ...installKeyWords }] };
    },
    async apply(tx, key, by) {
      const made = await insertEntry(tx, installKeys, { ...key, madeBy: by.madeBy });
      if (made === undefined) throw new Error('Expected the key that was made, got none');
      await writeAudit(tx, {
        ...auditedBy(by),
        action: 'install-key.make',
        subject: `install-key/${key.key}`,
        after: { place: key.place, dailyLimit: key.dailyLimit, ...describeMaker(by) },
      });
    },
  });
  return [
    serveRoute('POST /api/install-keys', {
      summary:
        'A new key, which counts once headquarters accepts it; its secret is in this answer and never again',
      body: z.object({
        place: z.enum(['server', 'app']),
        dailyLimit: z.int().min(1).max(installKeys.fields.dailyLimit.max),
      }),
      response: { 202: heldAnswer.extend({ key: z.string(), secret: z.string() }) },
      may: 'install-key.manage',
      handler: async ({ caller, body }, reply) => {
        const key = Array.from({ length: 12 }, () => symbols[randomInt(symbols.length)]).join('');
        const outcome = await make({
          ...byOfficer(caller),
          input: { ...body, key },
          subject: `install-key/${key}`,
          reason: '',
        });
        if (outcome.kind === 'done') throw new Error('Expected a key to be held, it was made');
        return reply.code(202).send({ held: outcome.held, key, secret: secrets.secretOf(key) });
      },
    }),
  ];
}
