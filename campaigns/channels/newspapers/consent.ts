import { z } from 'zod';

const entry = z
  .strictObject({
    number: z.string().min(1),
    date: z.iso.date(),
    office: z.string().min(1).describe('Whose consent it is: जिला सूचना अधिकारी'),
  })
  .nullable();

/**
 * The District Information Officer's consent to publicity material, by channel; null until it is there. Job tickets show
 * it, and warn where it is missing.
 */
export const consentSchema = z.strictObject({
  newspaper: entry,
  hoarding: entry,
  cinema: entry,
  radio: entry,
});
export type Consents = z.infer<typeof consentSchema>;

/** The line of a job ticket about the consent; `isMissing` where somebody still has to get it. */
export function consentLine(
  consents: Consents | undefined,
  channel: keyof Consents,
): { text: string; isMissing: boolean } {
  const own = consents?.[channel] ?? null;
  if (own === null) {
    return {
      text: 'सहमति दर्ज नहीं है: प्रकाशन से पहले जिला सूचना अधिकारी की सहमति लें।  संख्या ______________  दिनांक ______________',
      isMissing: true,
    };
  }
  const [year, month, day] = own.date.split('-');
  return {
    text: `${own.office}: संख्या ${own.number}, दिनांक ${day}.${month}.${year}`,
    isMissing: false,
  };
}
