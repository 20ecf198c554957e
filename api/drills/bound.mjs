/** How frequent what was not seen in so many looks may still be, in percent, with 95 % certainty. */
export const boundOf = (looks) => `${(100 * (1 - 0.05 ** (1 / looks))).toPrecision(2)} % at 95 %`;
