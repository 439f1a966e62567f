import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { usualFlows } from '../../../campaigns/flows/usual-flows.ts';
import { openFolder } from '../../folders.ts';

const folder = join(openFolder('flows-'), 'campaign');
cpSync(join(import.meta.dirname, '..', 'tiny'), folder, { recursive: true });

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

test('a campaign without its own flows has the usual call', () => {
  rmSync(join(folder, 'flows.yaml'), { force: true });
  expect(loadCampaign(folder).flows).toMatchObject(usualFlows);
});

test('a key more is taken', () => {
  expect(faultOf({ transfer: '112', say: ['goodbye'] })).toBe('');
});

const goodbye = ['goodbye'];
const onward = { transfer: '112', say: goodbye, go: 'menu' };
const place = { do: 'station', say: goodbye, refused: goodbye };
const long = { label: { hi: 'क', en: 'x'.repeat(25) }, say: goodbye };
test.each([
  ['another node', { go: 'men' }, '.go: Expected a node of this flow (menu), got "men"'],
  ['another prompt', { say: ['bye'] }, '.say.0: Expected a text of this flow ('],
  ['neither words nor a next node', {}, ': Expected `say` before the end, or `go`'],
  ['a link without its refusal', { do: 'link', say: ['linkSent'] }, ': Expected `refused`'],
  ['a transfer that goes on', onward, ': Expected `transfer` alone'],
  [
    'letters for a number',
    { transfer: 'police', say: goodbye },
    '.transfer: Expected 3 to 14 digits',
  ],
  ['a place in a call', place, '.do: Expected `link` or `opt-out` in a call'],
  ['a long label', long, '.label: Expected at most 24 characters'],
])('with %s it is refused with the place', (_, key, says) => {
  expect(faultOf(key)).toContain(`flows.yaml: flows.call.nodes.menu.keys.7${says}`);
});

test('a node that nobody comes to is refused, and a text in a call', () => {
  const nodes = { other: { ask: ['menu'], keys: {}, text: { say: ['goodbye'] } } };
  const fault = faultOf({ go: 'menu' }, { nodes });
  expect(fault).toContain(
    'flows.call.nodes.other: Expected a key somewhere that goes to this node',
  );
  expect(fault).toContain('flows.call.nodes.other.text: Expected none: a call takes keys alone');
});
