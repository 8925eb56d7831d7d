/** Where the summary line leads to. */
export const panelIds = { alerts: 'let-op', involved: 'betrokken', supporters: 'eigen-netwerk', visits: 'gepland', signals: 'signalen' } as const;
