/**
 * Stands for the name of each recipient's district: typed as the whole value of a variable, and in the text until it is
 * sent. No value and no registered text may hold braces otherwise.
 */
export const districtField = '{district}';
