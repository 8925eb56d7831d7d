/** A household's id is a pseudonym and may stand in the address bar; nothing else about a person ever does. */
export type Page = { at: 'search' } | { at: 'worklist' } | { at: 'circle'; householdId: string } | { at: 'nowhere' };

const householdPath = /^\/huishoudens\/([A-Za-z0-9-]{1,64})$/;

export const pageAt = (path: string): Page => {
  if (path === '/') return { at: 'search' };
  if (path === '/meldingen') return { at: 'worklist' };
  const [, householdId] = householdPath.exec(path) ?? [];
  return householdId ? { at: 'circle', householdId } : { at: 'nowhere' };
};

export const searchPath = '/';
export const worklistPath = '/meldingen';
export const circlePath = (householdId: string): string => `/huishoudens/${householdId}`;
