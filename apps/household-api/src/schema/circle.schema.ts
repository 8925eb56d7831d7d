import { type Schema, code, day, flag, instant, list, orNull, row, text, titled, whole } from '@kring/reading';

const because = list(text);
const professional = row({ id: text, name: orNull(text), role: text, team: orNull(text), phone: orNull(text), email: orNull(text) }, ['id', 'role']);
const sensitivity = code('normal', 'brokered', 'hidden');
const trend = code('improving', 'stable', 'worsening');

export const memberSchema = row(
  { personId: text, name: orNull(text), birthDate: orNull(day), relation: orNull(text), certainty: code('registered', 'possible'), residence: code('primary', 'also'), since: instant, learnedAt: orNull(instant), because },
  ['personId', 'certainty', 'residence', 'since', 'because'],
);

export const contactPersonSchema = orNull(
  row(
    {
      organisation: text, professional, since: instant, residentPreferred: flag, cover: orNull(row({ professional, until: day, because })),
      lastPulseCheck: orNull(row({ at: instant, trend, channel: text, nextDue: orNull(day), because })), because,
    },
    ['organisation', 'professional', 'since', 'residentPreferred', 'cover', 'because'],
  ),
);

export const alertFields: Readonly<Record<string, Schema>> = {
  code: text, name: text, severity: code('warning', 'urgent'), since: instant, message: row({ nl: text, en: text }), actor: orNull(text), organisations: list(text), threshold: orNull(text), because,
};

const involvement = row(
  {
    involvementId: text, organisation: text, professional, role: text, level: text, domain: text, person: orNull(text), since: instant, until: orNull(instant), expectedEnd: orNull(day), endReason: orNull(text),
    state: code('active', 'ended', 'contested', 'stale'), lastConfirmed: orNull(instant), legalBasis: text, sensitivity, learnedAt: orNull(instant), because,
  },
  ['involvementId', 'organisation', 'since', 'until', 'state', 'sensitivity', 'because'],
);

const signal = row(
  {
    signalId: text, kind: text, domain: text, urgency: code('low', 'normal', 'urgent'), raisedBy: text, addressedTo: orNull(text), state: code('open', 'forwarded', 'answered'), raisedAt: instant, dueBy: orNull(instant),
    answeredAt: orNull(instant), outcome: orNull(text), reporterInformedAt: orNull(instant), sensitivity, learnedAt: orNull(instant), because,
  },
  ['signalId', 'urgency', 'state', 'raisedAt', 'because'],
);

const referralStep = row({
  referralId: text, from: text, to: text, discipline: orNull(text), level: text, state: code('requested', 'accepted', 'rejected', 'started', 'completed', 'cancelled'), stepNumber: whole, requestedAt: instant,
  reasonForExtraStep: flag, because,
});

const visit = row(
  {
    visitId: text, organisation: text, professional: orNull(professional), startsAt: instant, endsAt: instant, state: code('planned', 'joint', 'cancelled', 'completed'), collidesWith: list(text), sensitivity,
    learnedAt: orNull(instant), because,
  },
  ['visitId', 'organisation', 'startsAt', 'endsAt', 'state', 'collidesWith', 'because'],
);

const match = row(
  { matchId: text, organisations: list(text), state: code('detected', 'acknowledged', 'agreed', 'closed'), acknowledgedBy: list(text), owner: orNull(professional), outcome: orNull(text), detectedAt: instant, because },
  ['matchId', 'organisations', 'state', 'acknowledgedBy', 'because'],
);

const fields: Readonly<Record<string, Schema>> = {
  householdId: text,
  canonicalId: text,
  state: code('registered', 'provisional', 'merged'),
  region: text,
  area: text,
  address: row({ postcode: orNull(text), houseNumber: orNull(whole), addition: orNull(text), masked: flag }),
  members: list(memberSchema),
  contactPerson: contactPersonSchema,
  coordinator: orNull(row({ organisation: text, because })),
  involvements: list(involvement),
  supporters: list(row({ supporterId: text, organisation: text, kind: text, label: orNull(text), agreed: flag, since: instant, until: orNull(instant), learnedAt: orNull(instant), because }, ['supporterId', 'kind', 'agreed', 'since', 'until', 'because'])),
  questions: list(row({ questionId: text, organisation: text, kind: text, about: text, initiatedBy: text, at: instant, because })),
  ownStrength: orNull(row({ explored: flag, together: flag, networkInvolved: flag, result: code('self', 'network', 'support-needed'), at: instant, because })),
  signals: list(signal),
  referralChains: list(row({ chainId: text, steps: list(referralStep), stepCount: whole, because })),
  matches: list(match),
  visits: list(visit),
  plan: orNull(row({ planId: text, version: whole, goals: list(row({ domain: text, aim: code('improve', 'keep-stable') })), at: instant, because })),
  participation: row({ steps: list(row({ area: text, label: orNull(text), at: instant, because }, ['area', 'at', 'because'])), level: orNull(whole) }),
  aftercare: orNull(row({ organisation: text, until: day, startedAt: instant, lastContactAt: orNull(instant), trend: orNull(trend), closedAt: orNull(instant), because })),
  consents: list(row({ scope: text, organisation: text, withOrganisations: orNull(list(text)), givenAt: instant, expiresOn: orNull(day), withdrawnAt: orNull(instant), because })),
  residentInformed: list(row({ organisation: text, about: text, at: instant, deferred: flag, because })),
  alerts: list(row(alertFields)),
  hiddenContacts: flag,
  freshness: list(row({ organisation: text, lastEventAt: instant, gaps: whole })),
  position: text,
  asOf: instant,
  knownAt: instant,
};

export const circleSchema = titled('Circle', row(fields));
