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
const exotel = {
  EXOTEL_URL: 'https://exotel.example',
  EXOTEL_ACCOUNT_SID: 'uppolice1',
  EXOTEL_API_KEY: 'key',
  EXOTEL_API_TOKEN: 'token',
};
const exotelVoice = {
  EXOTEL_CALLER_ID: '05224150000',
  EXOTEL_FLOW_URL: 'http://my.exotel.com/uppolice1/exoml/start_voice/7',
  EXOTEL_PROMPT_HI_URL: 'https://uppolice.example/menu-hi.wav',
  EXOTEL_PROMPT_EN_URL: 'https://uppolice.example/menu-en.wav',
};

describe('the gateways of an environment', () => {
  it.each([
    { label: 'nothing', env: {}, names: ['emulator'], emulatorOnly: true },
    { label: 'Twilio', env: twilio, names: ['emulator', 'twilio'], emulatorOnly: false },
    {
      label: 'all',
      env: {
        ...twilio,
        ...cdac,
        ...exotel,
        NIC_URL: 'https://nic.example',
        NIC_USERNAME: 'u',
        NIC_PIN: '1',
      },
      names: ['emulator', 'twilio', 'cdac', 'nic', 'exotel'],
      emulatorOnly: false,
    },
  ])('with $label', async ({ env, names, emulatorOnly }) => {
    const open = openGateways({
      settings: loadConfig(env).gateways,
      emulatorToken: 'training-token',
      exotelToken: () => 'exotel-token-1234',
      publicUrl: 'http://localhost:8080',
    });
    expect(Object.keys(open.gateways)).toEqual(names);
    expect(open.emulatorOnly).toBe(emulatorOnly);
    await open.close();
  });
  it('offers calls over Exotel only with a number, a flow and both recordings', () => {
    expect(loadConfig({ ...exotel, ...exotelVoice }).gateways.exotel).toMatchObject({
      voice: { callerId: '05224150000', prompts: { hi: exotelVoice.EXOTEL_PROMPT_HI_URL } },
      voiceLacks: [],
    });
    expect(
      loadConfig({ ...exotel, ...exotelVoice, EXOTEL_PROMPT_EN_URL: '' }).gateways.exotel,
    ).toMatchObject({ voice: undefined, voiceLacks: ['EXOTEL_PROMPT_EN_URL'] });
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
    { env: { ...exotel, EXOTEL_API_KEY: '' }, message: /EXOTEL_, got none for apiKey/ },
    { env: { ...exotel, EXOTEL_CALLBACK_TOKEN: 'short' }, message: /EXOTEL_CALLBACK_TOKEN/ },
    { env: { TWILIO_ACCOUNT_SID: 'AC1' }, message: /TWILIO_ACCOUNT_SID/ },
  ])('refuses half of a gateway: $message', ({ env, message }) => {
    expect(() => loadConfig(env)).toThrow(message);
  });
});
