/** How often an officer may try a text on the own number: of one blast at all, and of all blasts in a day. */
export const testLimits = { ofBlast: 5, ofDay: 20 } as const;
