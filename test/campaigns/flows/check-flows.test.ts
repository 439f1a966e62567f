import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { usualFlows } from '../../../campaigns/flows/usual-flows.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'flows-')), 'campaign');
cpSync(join(import.meta.dirname, '..', 'tiny'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The usual call with one key more, and what the campaign that has it is refused for. */
function faultOf(key: Record<string, unknown>, more: Record<string, unknown> = {}): string {
  const label = { hi: 'और', en: 'More' };
  const { menu } = usualFlows.call.nodes;
  const nodes = {
    menu: { ...menu, keys: { ...menu?.keys, 7: { label, ...key } } },
    ...((more['nodes'] as object | undefined) ?? {}),
  };
  const flows = { call: { ...usualFlows.call, ...more, nodes } };
  writeFileSync(join(folder, 'flows.yaml'), JSON.stringify({ flows }));
  try {
    loadCampaign(folder);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test('a campaign without flows of its own has the usual call', () => {
  rmSync(join(folder, 'flows.yaml'), { force: true });
  expect(loadCampaign(folder).flows).toMatchObject(usualFlows);
});

test('a key more is taken', () => {
  expect(faultOf({ transfer: '112', say: ['goodbye'] })).toBe('');
});

const at = 'flows.yaml: flows.call.nodes.menu.keys.7';
test.each([
  {
    label: 'another node',
    key: { go: 'men' },
    says: `${at}.go: Expected a node of this flow (menu), got "men"`,
  },
  {
    label: 'another prompt',
    key: { say: ['bye'] },
    says: `${at}.say.0: Expected a text of this flow (`,
  },
  {
    label: 'neither words nor a next node',
    key: {},
    says: `${at}: Expected \`say\` before the end, or \`go\``,
  },
  {
    label: 'a link without its refusal',
    key: { do: 'link', say: ['linkSent'] },
    says: `${at}: Expected \`refused\``,
  },
  {
    label: 'a transfer that goes on',
    key: { transfer: '112', say: ['goodbye'], go: 'menu' },
    says: `${at}: Expected \`transfer\` alone`,
  },
  {
    label: 'letters for a number',
    key: { transfer: 'police', say: ['goodbye'] },
    says: `${at}.transfer: Expected 3 to 14 digits`,
  },
  {
    label: 'a place in a call',
    key: { do: 'station', say: ['goodbye'], refused: ['goodbye'] },
    says: `${at}.do: Expected \`link\` or \`opt-out\` in a call`,
  },
  {
    label: 'a long label',
    key: { label: { hi: 'क', en: 'x'.repeat(25) }, say: ['goodbye'] },
    says: `${at}.label: Expected at most 24 characters`,
  },
])('with $label it is refused with the place', ({ key, says }) => {
  expect(faultOf(key)).toContain(says);
});

test('a node that nobody comes to is refused, and a text in a call', () => {
  const nodes = { other: { ask: ['menu'], keys: {}, text: { say: ['goodbye'] } } };
  const fault = faultOf({ go: 'menu' }, { nodes });
  expect(fault).toContain(
    'flows.call.nodes.other: Expected a key somewhere that goes to this node',
  );
  expect(fault).toContain('flows.call.nodes.other.text: Expected none: a call takes keys alone');
});
