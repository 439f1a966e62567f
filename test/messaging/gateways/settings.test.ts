import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../messaging/config.ts';
import { openGateways } from '../../../messaging/gateways/open-gateways.ts';

const twilio = {
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: 'UPPOLC',
};
const cdac = {
  CDAC_URL: 'https://msdgweb.example',
  CDAC_USERNAME: 'u',
  CDAC_PASSWORD: 'p',
  CDAC_DEPARTMENT_KEY: 'k',
};

describe('the gateways of an environment', () => {
  it.each([
    { label: 'nothing', env: {}, names: ['emulator'], emulatorOnly: true },
    { label: 'Twilio', env: twilio, names: ['emulator', 'twilio'], emulatorOnly: false },
    {
      label: 'all',
      env: { ...twilio, ...cdac, NIC_URL: 'https://nic.example', NIC_USERNAME: 'u', NIC_PIN: '1' },
      names: ['emulator', 'twilio', 'cdac', 'nic'],
      emulatorOnly: false,
    },
  ])('with $label', async ({ env, names, emulatorOnly }) => {
    const open = openGateways({
      settings: loadConfig(env).gateways,
      emulatorToken: 'training-token',
      publicUrl: 'http://localhost:8080',
    });
    expect(Object.keys(open.gateways)).toEqual(names);
    expect(open.emulatorOnly).toBe(emulatorOnly);
    await open.close();
  });
  it('has a rate only where one is set', () => {
    expect(loadConfig({ ...twilio, TWILIO_PER_SECOND: '80' }).gateways.rates).toEqual({
      twilio: 80,
    });
  });
  it.each([
    { env: { TWILIO_ACCOUNT_SID: twilio.TWILIO_ACCOUNT_SID }, message: /authToken/ },
    { env: { ...twilio, TWILIO_FROM: '' }, message: /TWILIO_MESSAGING_SERVICE_SID/ },
    { env: { CDAC_URL: 'https://msdgweb.example' }, message: /username, password, departmentKey/ },
    {
      env: { ...twilio, TWILIO_ACCOUNT_SID: `MG${'a'.repeat(32)}` },
      message: /TWILIO_ACCOUNT_SID.*Expected the id of an account: AC and 32/,
    },
    {
      env: { ...twilio, TWILIO_MESSAGING_SERVICE_SID: 'UPPOLC' },
      message: /TWILIO_MESSAGING_SERVICE_SID.*Expected the id of a messaging service: MG and 32/,
    },
  ])('refuses half of a gateway: $message', ({ env, message }) => {
    expect(() => loadConfig(env)).toThrow(message);
  });
});
