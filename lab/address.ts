/** The port of `npm run lab`, if no other is chosen. The pages of docs link to it. */
export const port = 8002;
