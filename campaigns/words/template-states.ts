/** How far a template of WhatsApp has got, from an officer's draft to Meta's word. */
export const templateStates = {
  draft: ['प्रारूप पर दूसरे अधिकारी की सहमति शेष', 'Draft that waits for a second officer'],
  agreed: ['सहमति हुई और मेटा को भेजा जाएगा', 'Agreed and about to go to Meta'],
  sent: ['मेटा को भेजा गया और उत्तर शेष', 'Handed in to Meta without an answer yet'],
  pending: ['मेटा में विचाराधीन', 'Under review at Meta'],
  approved: ['मेटा से स्वीकृत', 'Approved by Meta'],
  refused: ['मेटा ने लिया नहीं', 'Not taken by Meta'],
  rejected: ['मेटा ने अस्वीकार किया', 'Rejected by Meta'],
  paused: ['मेटा ने रोका', 'Paused by Meta'],
  disabled: ['मेटा ने बंद किया', 'Disabled by Meta'],
  missing: ['मेटा पर नहीं मिला', 'Not found at Meta'],
} as const;
