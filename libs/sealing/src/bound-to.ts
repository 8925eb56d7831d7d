/** What the boxes of an event are bound to: moved to another event, type or household, they do not open. */
export const boundTo = (eventId: string, type: string, householdId: string): string => `${eventId}\n${type}\n${householdId}`;
