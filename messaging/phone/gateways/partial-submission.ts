/** Parts of a message that an earlier submission brought to the provider; the others were surely not written. */
export interface PartialSubmission {
  /** By which a phone puts the parts together. */
  reference: number;
  /** Their places, from 1, each with the provider's id. */
  taken: { place: number; id: string }[];
}
