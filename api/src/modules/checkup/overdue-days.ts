/** A check-up that was planned and not completed is still asked for so long. */
export const overdueDays = 14;
