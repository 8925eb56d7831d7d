/** Seconds of processor time that the work took, of all threads of this process; and seconds by the clock. */
export const timed = async (work: () => Promise<void>): Promise<{ readonly elapsed: number; readonly processor: number }> => {
  const [from, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { elapsed: (performance.now() - from) / 1_000, processor: (user + system) / 1_000_000 };
};
