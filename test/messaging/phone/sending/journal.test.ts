import { cpSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import {
  beginSubmissions,
  claimRecipients,
} from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { readHandedMarks } from '../../../../messaging/phone/sending/handed-fs.ts';
import { openJournal } from '../../../../messaging/phone/sending/journal.ts';
import {
  createOutcomeStore,
  recordResults,
  type SubmissionResult,
} from '../../../../messaging/phone/sending/outcome-recorder.ts';
import { createRefusalStreaks } from '../../../../messaging/phone/sending/refusal-streak.ts';
import { makeOutcome, startBlast } from '../blasts/blast-fixture.ts';
import { openSending } from './sending-fixture.ts';
import { until } from './worker-fixture.ts';

const { stores, folder, makeBlast, count, read } = openSending();
const log = pino({ level: 'silent' });

async function open(spoolDir: string, isAway = () => false) {
  const { pool } = stores;
  const streaks = createRefusalStreaks();
  const store = createOutcomeStore(async (group) => {
    if (isAway()) throw new Error('Connection terminated unexpectedly');
    await recordResults({ pool, log, streaks }, group);
  }, log);
  const { signal } = new AbortController();
  return openJournal({ pool, spoolDir, store, log, signal });
}

/** What a kill would leave on the disk now. */
function leave(spoolDir: string): string {
  const left = mkdtempSync(join(folder, 'left-'));
  cpSync(spoolDir, left, { recursive: true });
  return left;
}

async function begin(size: number, sender: number) {
  const { pool } = stores;
  const blast = await startBlast(pool, await makeBlast(size));
  const ids = await claimRecipients(pool, { blastId: blast.id, gateway: 'emulator' }, size);
  return { blast, begun: await beginSubmissions(pool, ids, 'emulator', sender) };
}
const accepted = (blastId: number, id: string): SubmissionResult => ({
  blastId,
  gateway: 'emulator',
  outcome: makeOutcome(id),
});

const refused = (blastId: number, id: string): SubmissionResult => ({
  ...accepted(blastId, id),
  outcome: makeOutcome(id, { status: 'planned', providerId: null, code: '20005', retryInMs: 0 }),
  haltingCode: '20005',
});

describe('what a killed process had under way', () => {
  it('goes again where it had not left, is settled by a kept answer, and only else in doubt', async () => {
    const spoolDir = mkdtempSync(join(folder, 'spool-'));
    let away = true;
    const first = await open(spoolDir, () => away);
    const { blast, begun } = await begin(10, first.sender);
    expect(await first.hand(begun.slice(0, 6))).toBe(true);
    await first.keep(begun.slice(0, 4).map(({ id }) => accepted(blast.id, id)));
    const left = leave(spoolDir);
    const second = await open(left);
    expect(await count(blast)).toEqual({ accepted: 4, unknown: 2, planned: 4 });
    await second.close();
    away = false;
    await first.close();
    expect(await count(blast)).toEqual({ accepted: 4, unknown: 2, planned: 4 });
  });

  it('is found by another process of the machine, and what was swept meanwhile goes again too', async () => {
    const spoolDir = mkdtempSync(join(folder, 'spool-'));
    const first = await open(spoolDir);
    const { blast, begun } = await begin(4, first.sender);
    await first.hand(begun.slice(0, 1));
    await stores.pool.query(
      `UPDATE blast_recipient SET status = 'unknown', error_code = 'no-answer' WHERE blast_id = $1`,
      [blast.id],
    );
    await (await open(leave(spoolDir))).close();
    expect(await count(blast)).toEqual({ unknown: 1, planned: 3 });
    await first.close();
  });

  it('is in doubt whole where its marks cannot be read', async () => {
    const spoolDir = mkdtempSync(join(folder, 'spool-'));
    const first = await open(spoolDir);
    const { blast, begun } = await begin(3, first.sender);
    await first.hand(begun.slice(0, 1));
    const left = leave(spoolDir);
    truncateSync(join(left, 'outcomes', 'handed'), 10);
    await (await open(left)).close();
    expect(await count(blast)).toEqual({ submitting: 3 });
    await first.close();
  });

  it('stops no blast again by an answer that the ledger has', async () => {
    const spoolDir = mkdtempSync(join(folder, 'spool-'));
    const first = await open(spoolDir);
    const { blast, begun } = await begin(2, first.sender);
    await first.hand(begun);
    const [one, other] = begun;
    const halted = (id = '') => refused(blast.id, id);
    await first.keep([halted(one?.id)]);
    await until('the ledger', async () => first.waiting() === 0);
    expect((await read(blast)).haltingCode).toBe('20005');
    await stores.pool.query('UPDATE blast SET halting_code = NULL WHERE id = $1', [blast.id]);
    const left = leave(spoolDir);
    await (await open(left)).close();
    expect((await read(blast)).haltingCode).toBeNull();
    // One that the ledger has not does.
    await first.keep([halted(other?.id)]);
    await until('the ledger', async () => (await read(blast)).haltingCode === '20005');
    await first.close();
  });
});

it('an answer to what left before an officer let the blast go on does not stop it again', async () => {
  const journal = await open(mkdtempSync(join(folder, 'spool-')));
  const { blast, begun } = await begin(2, journal.sender);
  const [one, other] = begun;
  await stores.pool.query('UPDATE blast SET resumed_at = clock_timestamp() WHERE id = $1', [
    blast.id,
  ]);
  await journal.hand(begun);
  await journal.keep([refused(blast.id, one?.id ?? '')]);
  await until('the ledger', async () => (await count(blast))['planned'] === 1);
  expect((await read(blast)).haltingCode).toBeNull();
  await stores.pool.query(
    'UPDATE blast_recipient SET submitted_at = clock_timestamp() WHERE id = $1',
    [other?.id],
  );
  await journal.keep([refused(blast.id, other?.id ?? '')]);
  await until('the stop', async () => (await read(blast)).haltingCode === '20005');
  await journal.close();
});

describe('marks', () => {
  it('say what is handed over, by the newer of two halves, until the ledger has the answers', async () => {
    const spoolDir = mkdtempSync(join(folder, 'spool-'));
    const journal = await open(spoolDir);
    const { blast, begun } = await begin(3, journal.sender);
    const [one, two, three] = begun;
    if (!one || !two || !three) throw new Error('Expected three');
    const marked = async () => {
      const marks = await readHandedMarks(join(spoolDir, 'outcomes'));
      return marks?.handed.map(({ id }) => id);
    };
    expect(await marked()).toEqual([]);
    await Promise.all([journal.hand([one]), journal.hand([two])]);
    expect(await marked()).toEqual([one.id, two.id]);
    await journal.keep([accepted(blast.id, one.id)]);
    await until('the ledger', async () => journal.waiting() === 0);
    await journal.hand([three]);
    expect(await marked()).toEqual([two.id, three.id]);
    await journal.keep([two, three].map(({ id }) => accepted(blast.id, id)));
    await journal.close();
    expect(await marked()).toBeUndefined();
  });

  it('put in doubt what had left alone, where the machine ran on, and what was marked after a power cut', async () => {
    const spoolDir = mkdtempSync(join(folder, 'spool-'));
    const journal = await open(spoolDir);
    const { blast, begun } = await begin(5, journal.sender);
    const [again, ...others] = begun.map(({ id, attempt }) => ({ id, attempt }));
    if (!again) throw new Error('Expected five');
    // Its place is free again, and one more attempt gets another.
    await journal.hand([again]);
    await journal.keep([accepted(blast.id, again.id)]);
    await until('the ledger', async () => journal.waiting() === 0);
    const list = [...others, { ...again, attempt: again.attempt + 1 }];
    const left: string[] = [];
    await Promise.all(
      list.map(async (one) => {
        await journal.hand([one]);
        left.push(leave(spoolDir));
      }),
    );
    const handed = async (folder = '') =>
      (await readHandedMarks(join(folder, 'outcomes')))?.handed ?? [];
    expect(await handed(left[0])).toEqual(list.slice(0, 1));
    expect(await handed(left[2])).toEqual(list.slice(0, 3));
    expect(await handed(left[4])).toEqual(list);
    const file = join(left[0] ?? '', 'outcomes', 'handed');
    const bytes = readFileSync(file);
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').replaceAll('-', '').trim();
    bytes.write('another boot', bytes.indexOf(boot, 0, 'hex'));
    writeFileSync(file, bytes);
    expect(await handed(left[0])).toEqual(list);
    await journal.close();
  });
});
