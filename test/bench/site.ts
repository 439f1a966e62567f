import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { progressFileName } from '../../campaigns/tracker/progress-file.ts';
import { browserOptions } from '../servers/browser-options.ts';
import { sampleProgress } from '../site/site-fixture.ts';
import { serveFolder } from '../site/static-server.ts';
import { type Measure, median, report } from './report.ts';

/** Builds the whole site with real boards of the largest district, and lets Lighthouse judge three pages as a phone. */
const root = join(import.meta.dirname, '../..');
const tool = join(import.meta.dirname, 'peers/lighthouse');
const runs = 3;
const district = 'lucknow';
const pages = { citizen: '/', district: `/print/${district}/`, progress: '/progress/' };
const bars = { performance: 95, accessibility: 100, 'best-practices': 95, seo: 95 } as const;
const buildBarSeconds = 20;
type Category = keyof typeof bars;

const work = mkdtempSync(join(tmpdir(), 'bench-site-'));
const folder = join(work, 'dist');
const dataDir = join(work, 'data');
mkdirSync(folder);
mkdirSync(dataDir);
installLighthouse();
const server = await serveFolder(folder);
try {
  const measures = [build(server.url)];
  for (const [name, path] of Object.entries(pages))
    measures.push(...(await judge(name, `${server.url}${path}`)));
  report('site', measures);
} finally {
  await server.close();
  rmSync(work, { recursive: true, force: true });
}

function installLighthouse(): void {
  if (existsSync(join(tool, 'node_modules/lighthouse'))) return;
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
    cwd: tool,
    stdio: 'inherit',
  });
}

function build(url: string): Measure {
  const env = { ...process.env, DATA_DIR: dataDir, SITE_DIR: folder, PUBLIC_URL: url };
  execFileSync(process.execPath, ['generator/main.ts', '--district', district], { cwd: root, env });
  writeFileSync(join(dataDir, progressFileName), JSON.stringify(sampleProgress()));
  const seconds = Array.from({ length: runs }, () => {
    const start = performance.now();
    execFileSync(process.execPath, ['site/build.ts', '--with-files'], { cwd: root, env });
    return (performance.now() - start) / 1000;
  });
  const count = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  ).length;
  const value = Math.round(median(seconds) * 10) / 10;
  return { what: `build of ${count} pages`, value, unit: 's', most: buildBarSeconds };
}

async function judge(name: string, url: string): Promise<Measure[]> {
  const scores: Record<Category, number[]> = {
    performance: [],
    accessibility: [],
    'best-practices': [],
    seo: [],
  };
  for (let run = 0; run < runs; run += 1) {
    const categories = await lighthouse(url);
    for (const category of Object.keys(bars) as Category[]) {
      scores[category].push(Math.round((categories[category]?.score ?? 0) * 100));
    }
  }
  return (Object.keys(bars) as Category[]).map((category) => {
    const value = median(scores[category]);
    return { what: `${name}: ${category}`, value, least: bars[category] };
  });
}

type Categories = Partial<Record<Category, { score: number | null }>>;

/** The mobile preset is Lighthouse's default: a slow phone on slow 4G. */
async function lighthouse(url: string): Promise<Categories> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(tool, 'node_modules/lighthouse/cli/index.js'),
      url,
      '--quiet',
      '--output=json',
      '--no-enable-error-reporting',
      `--only-categories=${Object.keys(bars).join()}`,
      '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync',
    ],
    {
      env: { ...process.env, CHROME_PATH: browserOptions.executablePath },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return (JSON.parse(stdout) as { categories: Categories }).categories;
}
