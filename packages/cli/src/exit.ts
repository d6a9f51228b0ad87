/** How a command ends: done; nothing could be done; done, but some inputs were set aside. */
export const exitStatus = { done: 0, failed: 1, setAside: 3 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
