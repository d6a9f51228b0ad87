/** Gives the current time; passed in, so that tests and exports do not depend on the wall clock. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
