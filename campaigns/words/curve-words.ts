/** A blast as a mark on the curve of downloads. */
export const blastMarkWords = {
  sms: { hi: 'एसएमएस प्रसारण', en: 'SMS blast' },
  ivr: { hi: 'कॉल प्रसारण', en: 'Call blast' },
  whatsapp: { hi: 'WhatsApp प्रसारण', en: 'WhatsApp blast' },
};
