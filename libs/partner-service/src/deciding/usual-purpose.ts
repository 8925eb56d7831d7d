/** What a partner shares an event for, unless it says otherwise; by the plural in the event's type. */
const purposes: Readonly<Record<string, string>> = {
  signals: 'signalling',
  referrals: 'referral',
  advice: 'referral',
  takeovers: 'referral',
  aftercare: 'aftercare',
  'contact-persons': 'coordination',
  matches: 'coordination',
  visits: 'coordination',
  plans: 'coordination',
  partners: 'coordination',
  'pulse-checks': 'coordination',
};

export const usualPurpose = (type: string): string => purposes[type.split('.')[2] ?? ''] ?? 'involvement';
