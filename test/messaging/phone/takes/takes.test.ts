import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import twilio from 'twilio';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import {
  type TakeFormat,
  takeFiles,
  takeFormats,
} from '../../../../campaigns/channels/radio/take-format.ts';
import { runSoundTool } from '../../../../messaging/phone/takes/sound-tool.ts';
import type {
  MasteredSpot,
  TakeScriptView,
  TakeView,
} from '../../../../messaging/phone/takes/takes-schemas.ts';
import { withdrawTake } from '../../../../messaging/phone/takes/takes-sql.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openFolder } from '../../../folders.ts';
import { expectAnswer, expectRefusal } from '../../fixtures/answers.ts';
import type { Browser } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { toMultipart } from '../multipart.ts';
import { makeSound } from './sounds.ts';

const campaign = loadCampaign('up-cop');
const folder = openFolder('takes-');

/** Facts of a file, by ffprobe. */
async function probe(bytes: Buffer, format: TakeFormat) {
  const path = join(folder, `probed.${takeFiles[format].extension}`);
  writeFileSync(path, bytes);
  const { stdout } = await promisify(execFile)('ffprobe', [
    ...['-v', 'error', '-of', 'json', '-show_entries'],
    'stream=codec_name,sample_rate,channels,bit_rate,duration',
    path,
  ]);
  const [stream] = JSON.parse(stdout).streams;
  return {
    codec: stream.codec_name,
    rate: Number(stream.sample_rate),
    channels: stream.channels,
    kbits: Number(stream.bit_rate) / 1000,
    seconds: Number(stream.duration),
  };
}

/** Integrated loudness and true peak by ffmpeg's EBU R128 meter. */
async function loudness(bytes: Buffer, format: TakeFormat) {
  const path = join(folder, `heard.${takeFiles[format].extension}`);
  writeFileSync(path, bytes);
  const meter = ['-i', path, '-af', 'ebur128=peak=true', '-f', 'null', '-'];
  const { messages } = await runSoundTool('ffmpeg', meter);
  const summary = messages.slice(messages.lastIndexOf('Summary:'));
  const figure = (pattern: RegExp) => Number(pattern.exec(summary)?.[1]);
  return { lufs: figure(/I:\s+(\S+) LUFS/), dbtp: figure(/Peak:\s+(\S+) dBFS/) };
}

const upload = (browser: Browser, script: string, bytes: Buffer) =>
  browser.send({
    method: 'POST',
    url: `/api/takes/${script}`,
    ...toMultipart(bytes, { name: 'take.wav', type: 'audio/wav' }),
  });

describe('recordings', async () => {
  const { service, officer, second } = await openConsole({ officer: 'pro-dgp', second: 'hq' });
  const readState = async (id: string) => {
    const scripts: TakeScriptView[] = (await officer.get('/api/takes')).json();
    const found = scripts.find((script) => script.id === id);
    if (found === undefined) throw new Error(`Expected the script ${id}`);
    return found;
  };
  /** Hands one in that is fit to be played, and gives it with the act that waits. */
  const handIn = async (id: string, sound: Buffer) => {
    const { held } = await expectAnswer<{ held: { id: number } }>(upload(officer, id, sound), 202);
    const { waiting } = await readState(id);
    if (waiting === null) throw new Error(`Expected a recording of ${id} that waits`);
    return { ...waiting, act: held.id };
  };
  const accept = (act: number) => second.post(`/api/held-acts/${act}/accept`, {});
  /** One that a second officer heard and accepted. */
  const record = async (id: string, sound: Buffer) => {
    const { act, ...take } = await handIn(id, sound);
    await second.get(`/api/takes/${take.id}/mp3`);
    await expectAnswer(accept(act), 204);
    return take;
  };
  const laid = (id: string) => join(service.dataDir, 'print/radio/takes', `${id}.wav`);
  /** The menu of a call, as its provider fetches it: `Say` with the text or `Play` with an address. */
  const heard = async () => {
    const token = readFileSync(join(service.dataDir, 'emulator-token'), 'utf8').trim();
    const path = '/voice/twilio/in?lang=hi';
    const form = { From: '+919876543210', CallSid: `CA${'0'.repeat(32)}` };
    const answer = await service.browser().send({
      method: 'POST',
      url: path,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': twilio.getExpectedTwilioSignature(
          token,
          service.publicUrl + path,
          form,
        ),
      },
      payload: Buffer.from(new URLSearchParams(form).toString()),
    });
    return [...answer.body.matchAll(/<(Say|Play)[^>]*>([^<]*)</g)].map(([, verb, what]) => ({
      verb,
      what: what ?? '',
    }));
  };
  const ofCall = (lang: string) => officer.get(`/voice/takes/call-${lang}-greeting.menu.wav`);

  test('one with a fault is kept back with its reasons, can be heard, and gives way to the next', async () => {
    const first = await upload(officer, 'prompt-hi-menu', makeSound({ seconds: 1.5, height: 1.6 }));
    const refused: TakeView = first.json();
    expect([first.statusCode, refused.status, refused.master]).toEqual([200, 'refused', null]);
    expect(refused.findings).toMatchObject([
      {
        code: 'clipping',
        hi: expect.stringContaining('क्लिपिंग'),
        en: expect.stringContaining('clipping'),
      },
    ]);
    expect(await readState('prompt-hi-menu')).toMatchObject({
      current: null,
      last: { id: refused.id },
    });
    const heard = await officer.get(`/api/takes/${refused.id}/original`);
    expect(heard.rawPayload.equals(makeSound({ seconds: 1.5, height: 1.6 }))).toBe(true);
    expect((await officer.get(`/api/takes/${refused.id}/mp3`)).statusCode).toBe(404);
    const again = await upload(officer, 'prompt-hi-menu', makeSound({ seconds: 1, height: 0 }));
    expect(again.json().findings).toMatchObject([{ code: 'silent' }]);
    expect((await officer.get(`/api/takes/${refused.id}/original`)).statusCode).toBe(404);
    const log = await readAudit(service.database.pool, { subject: `take/${refused.id}` }, 5);
    expect(log).toMatchObject([{ action: 'take.record', actorRole: 'pro-dgp' }]);
    expect(JSON.parse(log[0]?.after ?? '')).toMatchObject({ findings: ['refuse clipping'] });
  });

  test('one waits with its act or not at all: a stop between leaves none, two at once leave one', async () => {
    const { pool } = service.database;
    const sound = makeSound({ seconds: 1.5 });
    const listWaiting = async () => {
      const { rows } = await pool.query(
        `SELECT id, EXISTS (SELECT FROM held_act WHERE state = 'waiting' AND subject = 'take/' || take.id) AS held
         FROM take WHERE script = 'prompt-hi-voicemail' AND status = 'waiting' AND withdrawn_at IS NULL`,
      );
      return rows.map(({ held }) => held);
    };
    await pool.query(
      "ALTER TABLE held_act ADD CONSTRAINT no_air CHECK (kind <> 'take.air') NOT VALID",
    );
    expect((await upload(officer, 'prompt-hi-voicemail', sound)).statusCode).toBe(500);
    expect(await listWaiting()).toEqual([]);
    await pool.query('ALTER TABLE held_act DROP CONSTRAINT no_air');
    const both = [
      upload(officer, 'prompt-hi-voicemail', sound),
      upload(second, 'prompt-hi-voicemail', sound),
    ];
    expect((await Promise.all(both)).map(({ statusCode }) => statusCode)).toEqual([202, 202]);
    expect(await listWaiting()).toEqual([true]);
    const acts = await pool.query(
      "SELECT count(*)::int AS n FROM held_act WHERE state = 'waiting'",
    );
    expect(acts.rows).toEqual([{ n: 1 }]);
    await pool.query('DELETE FROM held_act');
    await pool.query("DELETE FROM take WHERE script = 'prompt-hi-voicemail'");
  });

  test('one is played to nobody until a second officer was sent its sound and accepted it', async () => {
    const sound = makeSound({ seconds: 1.5 });
    const playing = async () => (await heard()).map(({ verb }) => verb);
    const first = await handIn('prompt-hi-goodbye', sound);
    const { rows } = await service.database.pool.query('SELECT key FROM take WHERE id = $1', [
      first.id,
    ]);
    const address = `/voice/takes/${rows[0].key}-ulaw.wav`;
    const isOut = async () => [
      (await service.browser().get(address)).statusCode,
      existsSync(laid('prompt-hi-goodbye')),
      (await playing())[2],
    ];
    expect(await isOut()).toEqual([404, false, 'Say']);
    const shown = (await second.get('/api/held-acts')).json();
    const text = campaign.messages.call.hi.goodbye.text;
    expect(shown).toMatchObject([
      {
        kind: 'take.air',
        effect: { changes: [{ after: text, sound: `/api/takes/${first.id}/mp3` }] },
      },
    ]);
    await expectRefusal(accept(first.act), 409, 'not-heard');
    // The officer who recorded it was sent it, and is no second.
    await officer.get(`/api/takes/${first.id}/mp3`);
    const own = officer.post(`/api/held-acts/${first.act}/accept`, {});
    await expectRefusal(own, 409, 'own-draft');
    await expectRefusal(accept(first.act), 409, 'not-heard');
    // A later one takes its place, and what was refused is played to nobody.
    const later = await handIn('prompt-hi-goodbye', sound);
    await expectRefusal(accept(first.act), 409, 'decided-already');
    const [replaced] = await readAudit(service.database.pool, { subject: `take/${first.id}` }, 1);
    expect(replaced?.action).toBe('take.withdraw');
    expect(replaced?.before).toContain('"status":"waiting"');
    // The original is not what would be played.
    await second.get(`/api/takes/${later.id}/original`);
    await expectRefusal(accept(later.act), 409, 'not-heard');
    const no = { reason: 'कोई और पाठ बोला गया है' };
    await expectAnswer(second.post(`/api/held-acts/${later.act}/refuse`, no), 204);
    expect(await readState('prompt-hi-goodbye')).toMatchObject({ current: null, waiting: null });
    expect(await isOut()).toEqual([404, false, 'Say']);
    const earlier = await record('prompt-hi-goodbye', sound);
    // What replaces it waits too; taking back the one that is played leaves the machine's voice, not an earlier recording.
    const { id, act } = await handIn('prompt-hi-goodbye', makeSound({ seconds: 1 }));
    expect(await readState('prompt-hi-goodbye')).toMatchObject({
      current: { id: earlier.id },
      waiting: { id },
    });
    await second.get(`/api/takes/${id}/mp3`);
    await expectAnswer(accept(act), 204);
    expect((await playing())[2]).toBe('Play');
    // One that comes in just then replaces what waits, not what was accepted meanwhile.
    expect(await withdrawTake(service.database.pool, id, 'waiting')).toBeUndefined();
    expect((await playing())[2]).toBe('Play');
    await expectAnswer(officer.post(`/api/takes/${id}/withdraw`), 200);
    expect((await playing())[2]).toBe('Say');
  });

  test('a spot is mastered to its loudness and whole seconds, in every form', async () => {
    const take = await record('lost-10', makeSound({ seconds: 9, tail: 0.9, height: 0.3 }));
    expect(take.findings.map(({ code }) => code)).toEqual(['tail-silence']);
    expect(take.master).toMatchObject({ seconds: 10, lufs: expect.closeTo(-18, 0) });
    const spots: MasteredSpot[] = (await service.browser().get('/api/radio/spots')).json();
    expect(spots).toMatchObject([
      { id: 'lost-10', seconds: 10, files: [{ name: 'UPCOP_R_001Y5R_10_HI.wav' }, {}, {}] },
    ]);
    for (const format of takeFormats) {
      const { codec, rate, channels } = takeFiles[format];
      const { rawPayload } = await officer.get(`/api/takes/${take.id}/${format}`);
      const found = await probe(rawPayload, format);
      expect(found, format).toMatchObject({ codec, rate, channels });
      // Frames of MP3 are 26 ms long; a player leaves out what the encoder added.
      if (format === 'mp3')
        expect(found).toMatchObject({ kbits: 320, seconds: expect.closeTo(10, 1) });
      else expect(found.seconds, format).toBe(10);
      if (format === 'wav48' || format === 'mp3') {
        const { lufs, dbtp } = await loudness(rawPayload, format);
        expect(Math.abs(lufs + 18), format).toBeLessThan(0.5);
        expect(dbtp, format).toBeLessThanOrEqual(-1.9);
      }
    }
    expect(readFileSync(laid('lost-10'))).toEqual(
      (await officer.get(`/api/takes/${take.id}/master`)).rawPayload,
    );
    expect(await readState('lost-10')).toMatchObject({ current: { id: take.id }, last: null });
  });

  test('a player gets the part that it asks for', async () => {
    const { current } = await readState('lost-10');
    const url = `/api/takes/${current?.id}/mp3`;
    const whole = await officer.get(url);
    const ask = (headers: Record<string, string>) =>
      officer.send({ method: 'GET', url, headers, payload: undefined });
    const part = await ask({ range: 'bytes=100-199' });
    expect([part.statusCode, part.headers['content-range']]).toEqual([
      206,
      `bytes 100-199/${whole.rawPayload.length}`,
    ]);
    expect(part.rawPayload.equals(whole.rawPayload.subarray(100, 200))).toBe(true);
    const known = await ask({ 'if-none-match': String(whole.headers['etag']) });
    expect(known.statusCode).toBe(304);
    const outside = await ask({ range: `bytes=${whole.rawPayload.length}-` });
    expect(outside.statusCode).toBe(416);
  });

  test('prompts are to be had by everybody, greeting and menu in one, until they are taken back', async () => {
    expect((await ofCall('hi')).statusCode).toBe(404);
    const sound = makeSound({ seconds: 1.5 });
    const greeting = await record('prompt-hi-greeting', sound);
    expect(greeting.master?.lufs).toBeCloseTo(-19, 0);
    expect((await ofCall('hi')).statusCode).toBe(404);
    await record('prompt-hi-menu', sound);
    const joined = await ofCall('hi');
    expect(joined.headers['content-type']).toBe('audio/wav');
    const { codec, rate, channels, seconds } = await probe(joined.rawPayload, 'wav8');
    expect({ codec, rate, channels }).toEqual({ codec: 'pcm_s16le', rate: 8000, channels: 1 });
    expect(seconds).toBeGreaterThan(3);
    expect((await ofCall('en')).statusCode).toBe(404);
    const call = await heard();
    expect(call.map(({ verb }) => verb)).toEqual(['Play', 'Play', 'Say']);
    expect(call[2]?.what).toBe(campaign.messages.call.hi.goodbye.text);
    // The provider fetches what it is told, without a session.
    const address = call[0]?.what.replace(service.publicUrl, '') ?? '';
    const played = await service.browser().get(address);
    expect([played.statusCode, played.headers['content-type']]).toEqual([200, 'audio/wav']);
    expect(await probe(played.rawPayload, 'ulaw')).toMatchObject({
      codec: 'pcm_mulaw',
      rate: 8000,
      channels: 1,
    });
    const back = await officer.post(`/api/takes/${greeting.id}/withdraw`);
    expect(back.statusCode).toBe(200);
    expect((await ofCall('hi')).statusCode).toBe(404);
    expect((await heard()).map(({ verb }) => verb)).toEqual(['Say', 'Play', 'Say']);
    expect((await service.browser().get(address)).statusCode).toBe(404);
    expect(existsSync(laid('prompt-hi-greeting'))).toBe(false);
    expect(existsSync(laid('prompt-hi-menu'))).toBe(true);
    expect((await officer.post(`/api/takes/${greeting.id}/withdraw`)).statusCode).toBe(404);
  });

  test('a take of a text that has changed since is played no longer', async () => {
    await service.database.pool.query(
      `UPDATE take SET text_sha256 = 'of an earlier text' WHERE script = 'lost-10'`,
    );
    expect(await readState('lost-10')).toMatchObject({ current: null, outdated: true });
    // The next reading, as after any change, finds it.
    await record('prompt-hi-goodbye', makeSound({ seconds: 1 }));
    expect((await officer.get('/api/radio/spots')).json()).toEqual([]);
    expect(existsSync(laid('lost-10'))).toBe(false);
  });

  test('the film’s voice keeps its length, lies where the film looks, and is for officers only', async () => {
    const sound = makeSound({ seconds: 5.25, head: 1, tail: 0.5 });
    const { master, id } = await record('film', sound);
    expect(master).toMatchObject({ seconds: 5.25, lufs: expect.closeTo(-23, 0) });
    expect(await probe(readFileSync(laid('film')), 'master')).toMatchObject({
      codec: 'pcm_s24le',
      rate: 48_000,
      channels: 1,
      seconds: 5.25,
    });
    const { rows } = await service.database.pool.query('SELECT key FROM take WHERE id = $1', [id]);
    expect((await officer.get(`/voice/takes/${rows[0].key}-mp3.mp3`)).statusCode).toBe(404);
  });

  const sound = makeSound({ seconds: 1 });
  test.each([
    ['a script that is not there', 'nothing', sound, 404, 'no-such-script'],
    ['a proposal that nobody checked', 'lost-10-awa', sound, 409, 'unchecked-script'],
    ['a playlist', 'film', '#EXTM3U\nfile:///etc/passwd', 422, 'wrong-sound-type'],
    ['half a header', 'film', 'RIFF\x10\0\0\0WAVEfmt ', 422, 'unreadable-sound'],
  ])('%s is refused and leaves nothing', async (_, script, bytes, status, error) => {
    const before = readdirSync(join(service.dataDir, 'takes')).length;
    const answer = await upload(officer, script, Buffer.from(bytes));
    expect([answer.statusCode, answer.json().error]).toEqual([status, error]);
    expect(readdirSync(join(service.dataDir, 'takes'))).toHaveLength(before);
    expect(readdirSync(join(service.dataDir, 'uploads'))).toEqual([]);
  });
});
