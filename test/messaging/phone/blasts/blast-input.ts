/** A blast by the emulator, as an officer writes it over HTTP. */
export const blastInput = (audienceId: number, change: object = {}) => ({
  name: 'नमूना प्रसारण',
  channel: 'sms',
  templates: { hi: 'services-hi' },
  gateway: 'emulator',
  audienceId,
  ...change,
});
