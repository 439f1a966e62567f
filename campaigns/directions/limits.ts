/** Longest text of a submission. */
export const longestDetails = 4000;
/** Longest remark of a decision, and reason of an event. */
export const longestRemark = 500;
