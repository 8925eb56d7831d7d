/** What one check found. `skipped` is no fault: it could not be looked at now, and `detail` says why. */
export type Finding = { readonly check: string; readonly state: 'ok' | 'wrong' | 'skipped'; readonly detail: string; readonly advice?: string };

export const ok = (check: string, detail: string): Finding => ({ check, state: 'ok', detail });
export const wrong = (check: string, detail: string, advice: string): Finding => ({ check, state: 'wrong', detail, advice });
export const skipped = (check: string, detail: string): Finding => ({ check, state: 'skipped', detail });
