import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { version } from '../../assets/deploy/release/project.ts';
import { host, openClient } from '../assets/deploy/nginx.ts';
import { relay } from '../assets/deploy/relay.ts';
import { type Running, runSandboxed } from '../assets/deploy/sandbox.ts';
import { readUnit } from '../assets/deploy/unit-file.ts';
import { freePort } from '../messaging/fixtures/postgres.ts';
import type { BareMachine } from './bare-machine.ts';
import { residentByProgram, tell, timed } from './report.ts';
import { sendBlast, signInFirst, untilAnswers, untilOwnSite } from './walk.ts';
import { answerWrongly, commandWrongly } from './wrong-answers.ts';

const settings = '/etc/up-cop-outreach.env';
const origin = `https://${host}`;
const first = 'first@police.example';

/** From the bundle to a blast, each command as the handbook has it. */
export async function walkThePackage(machine: BareMachine, scanPath: string): Promise<void> {
  answerWrongly(machine);
  const [link, took] = await timed(async () => install(machine));
  tell(`installed without a network in ${took}; the first administrator: ${link}`);
  verifyUnits(machine);
  commandWrongly(machine);
  bringCertificate(machine);
  // Blasts go out by day only; whatever the time is here.
  const changed = readFileSync(machine.path(settings), 'utf8').concat(
    'CAMPAIGN_TODAY=2019-04-12\n',
  );
  writeFileSync(machine.path(settings), changed);
  const client = openClient(machine);
  const service = startUnit(machine, 'up-cop-outreach@.service', 'both');
  const untilAnswered = async () => {
    while ((await client.https('/').catch(() => null))?.status !== 200) {
      if (service.hasEnded()) throw new Error(service.said());
      await wait(50);
    }
  };
  const [, answered] = await timed(untilAnswered);
  tell(`first page ${answered} after the start of the unit`);
  const scan = await client.https(scanPath);
  assert.equal(scan.status, 302);
  const port = await freePort();
  const close = await relay(port, machine.socketOf(8080));
  const officers = `http://127.0.0.1:${port}`;
  const [, ready] = await timed(() => untilAnswers(`${officers}/readyz`));
  tell(`ready for officers after another ${ready}`);
  await signInFirst({ origin, officers }, { link, email: first });
  tell('a scan, and the first administrator signed in with a second factor');
  const invite = async (role: string, email: string) =>
    lastLine(machine.run(`up-cop-outreach invite --role ${role} --email ${email} 2>&1`));
  const figures = await sendBlast({ origin, citizens: officers, officers, invite });
  tell(`a blast to the emulator: ${JSON.stringify(figures)}`);
  const [, built] = await timed(() =>
    untilOwnSite(origin, async () => (await client.https('/sitemap.xml')).body),
  );
  tell(`its own pages after another ${built}`);
  const user = Number(machine.run('id -u outreach'));
  tell(`resident MB, while the kit is made: ${JSON.stringify(residentByProgram(user))}`);
  const backup = startUnit(machine, 'up-cop-outreach-backup.service', '');
  assert.equal(await backup.ended, 0, backup.said());
  tell(`backup: ${backup.said().trim()}`);
  const worker = startUnit(machine, 'up-cop-outreach-worker@.service', '1');
  while (!worker.said().includes('worker sends')) {
    assert.ok(!worker.hasEnded(), worker.said());
    await wait(100);
  }
  tell(`with a worker: ${JSON.stringify(residentByProgram(user))}`);
  assert.deepEqual(await Promise.all([worker.stop(), service.stop()]), [0, 0]);
  // Lines for people, and no hold that nobody feels is a warning.
  assert.doesNotMatch(service.said(), /^\{"level"/m);
  tell(`${service.said().match(/WARN.*held/g)?.length ?? 0} warnings of holds in its log`);
  assert.equal(machine.run('find /usr/lib/up-cop-outreach -user outreach | head -1'), '');
  client.close();
  close();
}

function install(machine: BareMachine): string {
  const said = machine.run(
    `cd /media/release/*/ && ./install.sh --address ${origin} --email ${first} 2>&1`,
  );
  const [, link = ''] =
    /^up-cop-outreach: https:\S+, the first administrator .* by: (\S+)$/m.exec(said) ?? [];
  assert.ok(link.startsWith(`${origin}/console/invitation/#`), said.slice(-2000));
  return link;
}

function verifyUnits(machine: BareMachine): void {
  assert.equal(machine.run('dpkg --verify up-cop-outreach 2>&1 || true'), '');
  assert.equal(machine.run('dpkg --audit'), '');
}

/** In place of the one that Debian makes for the machine, as the manual page says. */
function bringCertificate(machine: BareMachine): void {
  machine.run(`openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \\
    -subj /CN=${host} -addext subjectAltName=DNS:${host} \\
    -keyout /etc/ssl/private/${host}.key -out /etc/ssl/certs/${host}.pem 2>&1
    sed -i 's|ssl-cert-snakeoil\\.|${host}.|' /etc/nginx/sites-available/up-cop-outreach.conf
    nginx -t 2>&1
    nginx -s reload 2>/dev/null || nginx`);
}

function startUnit(machine: BareMachine, unit: string, instance: string): Running {
  const directives = readUnit(machine.path(`/usr/lib/systemd/system/${unit}`));
  return runSandboxed(machine, directives, { name: unit.replace('@', `@${instance}`), instance });
}

/** Upgrade, downgrade, removal and purge: what they leave, and what they say. */
export function walkAway(machine: BareMachine): void {
  const counted = () =>
    machine.run(
      `setpriv --reuid=postgres --regid=postgres --clear-groups psql -AtXd outreach -c 'SELECT count(*) FROM person'`,
    );
  const people = counted();
  const noQuestions = 'DEBIAN_FRONTEND=noninteractive';
  const install = `${noQuestions} dpkg --install /media/release/*/packages/up-cop-outreach_*.deb 2>&1`;
  // As dpkg sees a machine that has another version.
  const pretend = (from: string, to: string) =>
    `sed -i '/^Package: up-cop-outreach$/,/^$/s/^Version: ${from}$/Version: ${to}/' /var/lib/dpkg/status`;
  machine.run(`${pretend(version, '1.0.0')}; ${install}`);
  assert.match(readFileSync(machine.path(settings), 'utf8'), /^CAMPAIGN_TODAY=/m);
  tell(`upgraded from 1.0.0: ${people.trim()} people are there`);
  const refused = machine.run(
    `${pretend(version, '99.0')}; ${install} && rc=0 || rc=$?; echo "rc $rc"`,
  );
  assert.match(
    refused,
    /99\.0 is installed, and \S+ cannot read its data\. Nothing was changed\.[\s\S]*rc 1\n$/,
  );
  machine.run(pretend('99.0', version));
  tell('a downgrade is refused, and nothing was changed');
  machine.run(`${noQuestions} dpkg --remove up-cop-outreach 2>&1`);
  assert.equal(machine.run(`test -e ${settings} && echo there`), 'there\n');
  const said = machine.run(`${noQuestions} dpkg --purge up-cop-outreach 2>&1`);
  assert.match(said, /kept are the database outreach/);
  assert.equal(counted(), people);
  assert.equal(machine.run(`ls ${settings} 2>/dev/null || echo gone`), 'gone\n');
  machine.run(`${noQuestions} dpkg --install /media/release/*/packages/up-cop-outreach_*.deb 2>&1`);
  assert.match(readFileSync(machine.path(settings), 'utf8'), /^CAMPAIGN_TODAY=/m);
  machine.run(`echo up-cop-outreach up-cop-outreach/delete-data boolean true | debconf-set-selections
    ${noQuestions} dpkg --purge up-cop-outreach 2>&1
    test ! -e /var/lib/up-cop-outreach
    ! getent passwd outreach`);
  tell('upgraded, removed, purged with its data kept, installed again with them, purged with them');
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? '';
