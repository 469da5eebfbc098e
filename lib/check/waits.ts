/** A shorter wait cannot be told from the time that a network takes, in milliseconds. */
export const shortWait = 1_000;
/** Scenes that wait longer in all are for those who ask for them, in milliseconds. */
export const longWait = 5_000;
/** How long a line waits for what it asks for, in milliseconds. */
export const patience = 5_000;
/** How long something may still come that should not come, in milliseconds. */
export const grace = 100;
