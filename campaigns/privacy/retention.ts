/**
 * How long what is kept of people stays. The hourly job of messaging/front/retention/ deletes by these figures and the
 * privacy page says them: they are nowhere else (DPDP Act 2023, section 8(7): no longer than the purpose needs).
 */
export const retention = {
  /** A list is kept until the day its drafter names; longer than one year no purpose of a campaign lasts. */
  longestListDays: 366,
  /** Rows that were not taken: the time in which an officer puts the file right and uploads it again. */
  rejectDays: 30,
  /** An upload of numbers not to be disturbed that broke off; that of a list goes within hours. */
  unfinishedUploadDays: 1,
  /** After its blast has ended: operators report for up to three days whether a message was delivered. */
  receiptDays: 3,
  /** Requests for a link, kept so that a complaint about a message can be answered. */
  linkRequestDays: 30,
  /** Consent to WhatsApp, after the day on which it was given: after a year somebody is asked again. */
  optInDays: 366,
  /** That somebody wrote to us by WhatsApp: their answer is free for a day. */
  whatsappWindowHours: 24,
  /** The address of an invitation that was used or ran out: who asks for it again does so within a month. */
  invitationDays: 30,
  /** Wrong tries of a secret; after a day the pauses that follow from them are over. */
  signInAttemptHours: 24,
  /** Pictures of boards, certificates and cuttings, after the campaign's last day or, if later, their own: audits ask for proof within a year. */
  photoDays: 365,
  /** Pictures that prove nothing: refused, withdrawn or never used. Long enough to object. */
  refusedPhotoDays: 90,
  /** Copies of live pictures that show the board alone: a year has every light and weather in which boards are photographed. */
  specimenDays: 365,
  /** Papers that offices handed in to the register: three years of monthly reports side by side; text, figures and decisions stay. */
  directionPaperDays: 1096,
  /** Press notes that were begun and never issued, and words that a second officer refused: nobody's record. */
  pressDraftDays: 90,
  /** Reports of a station's name by citizens, after they were settled: free text, in which anybody may be named. */
  nameReportDays: 90,
  /** Reports of citizens that a code is stuck over or damaged: no person is in them; an alert looks at 30 days. */
  codeReportDays: 90,
  /** Letters by e-mail with their addresses, after they were settled: as long as a campaign's proof is asked for. */
  letterDays: 180,
  /** Hashes of installs: as long as Play keeps a referrer, and one day; an older report is refused by its own time. */
  installDays: 91,
  /** Backups hold all of this: what was deleted leaves them with the oldest. */
  backupDays: 30,
} as const;
