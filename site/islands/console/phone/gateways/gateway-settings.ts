/** Names in the service's environment that set a real gateway up; `.env.example` says what they mean. */
export const gatewaySettings = {
  cdac: ['CDAC_URL', 'CDAC_USERNAME', 'CDAC_PASSWORD', 'CDAC_DEPARTMENT_KEY'],
  nic: ['NIC_URL', 'NIC_USERNAME', 'NIC_PIN'],
  exotel: [
    'EXOTEL_URL',
    'EXOTEL_ACCOUNT_SID',
    'EXOTEL_API_KEY',
    'EXOTEL_API_TOKEN',
    'EXOTEL_CALLER_ID',
    'EXOTEL_FLOW_URL',
    'EXOTEL_PROMPT_HI_URL',
    'EXOTEL_PROMPT_EN_URL',
  ],
  smpp: ['SMPP_URL', 'SMPP_SYSTEM_ID', 'SMPP_PASSWORD'],
  twilio: [
    'TWILIO_ACCOUNT_SID',
    'TWILIO_AUTH_TOKEN',
    'TWILIO_MESSAGING_SERVICE_SID',
    'TWILIO_CALL_FROM',
    'TWILIO_WHATSAPP_FROM',
  ],
  meta: [
    'META_PHONE_NUMBER_ID',
    'META_ACCOUNT_ID',
    'META_TOKEN',
    'META_APP_SECRET',
    'META_VERIFY_TOKEN',
  ],
} as const;
export type RealGateway = keyof typeof gatewaySettings;
