import { expect, test } from 'vitest';
import type { Changes } from '../line.ts';
import { openFormService } from '../service.ts';
import { openView } from '../view.ts';

const { service, hq } = await openFormService({ hq: 'hq' });

test('the gateways say in words that only the emulator is there, that it answers, and whom to ask for others', async () => {
  const changes: Changes = {
    'GET /api/gateways': ({ json, status }) => {
      const [emulator] = json.gateways;
      const health = { ...emulator.health, state: 'up', code: null };
      return { status, json: { ...json, gateways: [{ ...emulator, health }] } };
    },
  };
  const view = await openView(hq, '/console/gateways/', { changes });
  expect(view.text()).toContain('केवल एमुलेटर चालू है: नागरिकों तक कुछ नहीं पहुँचता');
  const emulator = view.part('[data-gateway="emulator"]');
  expect(emulator.text()).toContain('✓ चालू');
  expect(emulator.text()).toContain('₹0.15 प्रति खंड');
  // The names of the server's settings are for the administrator.
  expect(view.text()).toContain('वास्तविक गेटवे व्यवस्थापक जोड़ते हैं।');
  expect(view.text()).not.toMatch(/[A-Z]{3,}_[A-Z]/);
  const asked = () => view.line.requests.filter(({ url }) => url === '/api/gateways').length;
  const before = asked();
  await view.press('फिर जाँचें');
  expect(asked()).toBe(before + 1);
});

test('gateways that do not answer, or of which nothing is known, say so', async () => {
  const changes: Changes = {
    'GET /api/gateways': ({ json, status }) => {
      const [emulator] = json.gateways;
      const health = { state: 'down', checkedAt: null, latencyMs: null, code: 'ECONNREFUSED' };
      const nic = { ...emulator, name: 'nic', health };
      const cdac = { ...nic, name: 'cdac', health: { ...health, state: 'unknown', code: null } };
      return { status, json: { emulatorOnly: false, gateways: [emulator, nic, cdac] } };
    },
  };
  const view = await openView(hq, '/en/console/gateways/', { changes });
  expect(view.part('[data-gateway="nic"]').text()).toMatch(/down.*ECONNREFUSED/s);
  expect(view.part('[data-gateway="cdac"]').text()).toContain('not known');
  expect(view.text()).not.toContain('TWILIO_ACCOUNT_SID');
  const admins = await openView(await service.officer('admin'), '/console/gateways/');
  expect(admins.text()).toContain('CDAC_DEPARTMENT_KEY');
});
