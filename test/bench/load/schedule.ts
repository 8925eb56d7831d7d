const millisecond = 1;

/** Calls `each` so many times a second, for so long, whether or not what it began has ended: a partner does not wait for others. */
export const steadily = async ({ rate, seconds }: { readonly rate: number; readonly seconds: number }, each: (at: number) => void): Promise<void> => {
  const from = performance.now();
  const total = Math.round(rate * seconds);
  for (let at = 0; at < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - from) * rate) / 1_000) + 1);
    for (; at < due; at += 1) each(at);
    await new Promise((resume) => setTimeout(resume, millisecond));
  }
};
