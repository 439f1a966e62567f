import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../../messaging/config.ts';
import { openGateways } from '../../../../messaging/phone/gateways/open-gateways.ts';

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

const smpp = {
  SMPP_URL: 'ssmpp://smsc.operator.example',
  SMPP_SYSTEM_ID: 'uppolice',
  SMPP_PASSWORD: 'secret',
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
        ...smpp,
        NIC_URL: 'https://nic.example',
        NIC_USERNAME: 'u',
        NIC_PIN: '1',
      },
      names: ['emulator', 'twilio', 'cdac', 'nic', 'exotel', 'smpp'],
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
    // The emulator's listing is waited for as long as a real one.
    for (const { listTo, listingLagMs } of Object.values(open.gateways)) {
      if (listTo !== undefined) expect(listingLagMs).toBe(60_000);
    }
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
  it('is held to what Exotel documents, unless it grants more', () => {
    expect(loadConfig(exotel).gateways.rates['exotel']).toBeCloseTo(200 / 60);
    const granted = loadConfig({ ...exotel, EXOTEL_PER_SECOND: '20' });
    expect(granted.gateways.rates).toEqual({ exotel: 20 });
  });
  it('reads those of an SMSC', () => {
    const env = {
      ...smpp,
      SMPP_BINDS: '2',
      SMPP_PE_TAG: '0x1500',
      SMPP_ANSWER_IDS: 'hex',
      SMPP_RECEIPT_IDS: 'decimal',
      SMPP_HALTING_CODES: 'smpp-401, 651',
      SMPP_PER_SECOND: '40',
      SMPP_SECOND_URL: 'smpp://[::1]:2776',
      SMPP_LINKS: 'separate',
      SMPP_SOURCE_TON: '0',
      SMPP_CHAIN: '1101172974420820002, 110200001000',
      SMPP_CHAIN_TAG: '0x1407',
      SMPP_TLVS: '0x1410=text:AB:C 0x1411=int2:65535',
    };
    const { gateways } = loadConfig(env);
    expect(gateways.smpp).toMatchObject({
      addresses: [
        { host: 'smsc.operator.example', port: 3550, tls: true },
        { host: '::1', port: 2776, tls: false },
      ],
      separate: true,
      numbering: { source: { ton: 0, npi: 0 }, destination: { ton: 1, npi: 1 } },
      binds: 2,
      tags: { principalEntity: 0x1500, template: 0x1401, chain: 0x1407 },
      chain: { form: 'sha256', telemarketers: ['1101172974420820002', '110200001000'] },
      tlvs: [
        { tag: 0x1410, kind: 'text', value: 'AB:C' },
        { tag: 0x1411, kind: 'int2', value: '65535' },
      ],
      idForms: { answers: 'hex', receipts: 'decimal' },
      haltingCodes: ['smpp-401', '651'],
    });
    expect(gateways.rates).toEqual({ smpp: 40 });
  });
  it.each([
    { env: { SMPP_URL: 'http://smsc.example' }, message: /`SMPP_URL`: Expected smpp:/ },
    { env: { SMPP_URL: smpp.SMPP_URL }, message: /SMPP_SYSTEM_ID, SMPP_PASSWORD/ },
    { env: { ...smpp, SMPP_URL: 'smpp://user@smsc.example' }, message: /a host and a port only/ },
    { env: { ...smpp, SMPP_SPLIT: 'udh' }, message: /SMPP_SPLIT/ },
    { env: { ...smpp, SMPP_PE_TAG: '1400' }, message: /four hexadecimal digits/ },
    { env: { ...smpp, SMPP_PE_TAG: '0x1401' }, message: /different tags/ },
    { env: { ...smpp, SMPP_TLVS: '0x1402=text:A' }, message: /different tags/ },
    { env: { ...smpp, SMPP_TLVS: '0x0204=int2:1' }, message: /got 0x0204=int2:1/ },
    { env: { ...smpp, SMPP_TLVS: '0x1410=int1:256' }, message: /got 0x1410=int1:256/ },
    { env: { ...smpp, SMPP_TLVS: '0x1410=hex:0' }, message: /got 0x1410=hex:0/ },
    { env: { ...smpp, SMPP_CHAIN: '12345' }, message: /12 or 19 digits/ },
    { env: { ...smpp, SMPP_ANSWER_IDS: 'hex' }, message: /both numbers, got hex and text/ },
    { env: { ...smpp, SMPP_WINDOW: '0' }, message: /SMPP_WINDOW/ },
    { env: { ...smpp, SMPP_SYSTEM_ID: 'x'.repeat(16) }, message: /SMPP_SYSTEM_ID/ },
    { env: { ...smpp, SMPP_HALTING_CODES: ';' }, message: /codes with commas/ },
  ])('refuses what no SMSC can be reached with: $message', ({ env, message }) => {
    expect(() => loadConfig(env)).toThrow(message);
    expect(() => loadConfig({ ...env, SMPP_PASSWORD: 'hush-hush' })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('hush-hush') }),
    );
  });
  it.each([
    { env: { TWILIO_ACCOUNT_SID: twilio.TWILIO_ACCOUNT_SID }, message: /authToken/ },
    { env: { ...twilio, TWILIO_FROM: '' }, message: /TWILIO_MESSAGING_SERVICE_SID/ },
    { env: { CDAC_URL: 'https://msdgweb.example' }, message: /username, password, departmentKey/ },
    { env: { ...exotel, EXOTEL_API_KEY: '' }, message: /EXOTEL_, got none for apiKey/ },
    { env: { ...exotel, EXOTEL_CALLBACK_TOKEN: 'short' }, message: /EXOTEL_CALLBACK_TOKEN/ },
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
