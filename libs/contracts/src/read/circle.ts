/**
 * The circle of a household as the API gives it. `Text` is what stands in a personal field: a text for a reader who may see
 * it, a reference into a sealed box between the door and the reader.
 */
export type Circle<Text = string | null, Address = AddressView> = {
  householdId: string;
  canonicalId: string;
  state: 'registered' | 'provisional' | 'merged';
  region: string;
  area: string;
  address: Address;
  members: MemberRow<Text>[];
  contactPerson: ContactPersonRow<Text> | null;
  coordinator: { organisation: string; because: string[] } | null;
  involvements: InvolvementRow<Text>[];
  supporters: SupporterRow<Text>[];
  questions: QuestionRow[];
  ownStrength: { explored: boolean; together: boolean; networkInvolved: boolean; result: 'self' | 'network' | 'support-needed'; at: string; because: string[] } | null;
  signals: SignalRow[];
  referralChains: ReferralChainRow[];
  matches: MatchRow<Text>[];
  visits: VisitRow<Text>[];
  plan: { planId: string; version: number; goals: { domain: string; aim: 'improve' | 'keep-stable' }[]; at: string; because: string[] } | null;
  participation: { steps: { area: string; label: Text; at: string; because: string[] }[]; level: number | null };
  aftercare: { organisation: string; until: string; startedAt: string; lastContactAt: string | null; trend: Trend | null; closedAt: string | null; because: string[] } | null;
  consents: ConsentRow[];
  residentInformed: { organisation: string; about: string; at: string; deferred: boolean; because: string[] }[];
  alerts: AlertRow[];
  hiddenContacts: boolean;
  freshness: { organisation: string; lastEventAt: string; gaps: number }[];
  position: string;
  asOf: string;
  knownAt: string;
};

export type AddressView = { postcode: string | null; houseNumber: number | null; addition: string | null; masked: boolean };
export type Trend = 'improving' | 'stable' | 'worsening';
export type Sensitivity = 'normal' | 'brokered' | 'hidden';

export type ProfessionalView<Text> = { id: string; name: Text; role: string; team?: string | null; phone: Text; email: Text };

export type MemberRow<Text> = {
  personId: string;
  name: Text;
  birthDate: Text;
  relation: string | null;
  certainty: 'registered' | 'possible';
  residence: 'primary' | 'also';
  since: string;
  learnedAt: string | null;
  because: string[];
};

export type ContactPersonRow<Text> = {
  organisation: string;
  professional: ProfessionalView<Text>;
  since: string;
  residentPreferred: boolean;
  cover: { professional: ProfessionalView<Text>; until: string; because: string[] } | null;
  lastPulseCheck: { at: string; trend: Trend; channel: string; nextDue: string | null; because: string[] } | null;
  because: string[];
};

export type InvolvementRow<Text> = {
  involvementId: string;
  organisation: string;
  professional: ProfessionalView<Text>;
  role: string;
  level: string;
  domain: string;
  person: string | null;
  since: string;
  until: string | null;
  expectedEnd: string | null;
  endReason: string | null;
  state: 'active' | 'ended' | 'contested' | 'stale';
  lastConfirmed: string | null;
  legalBasis: string;
  sensitivity: Sensitivity;
  learnedAt: string | null;
  because: string[];
};

export type SupporterRow<Text> = { supporterId: string; organisation: string; kind: string; label: Text; agreed: boolean; since: string; until: string | null; sensitivity: Sensitivity; learnedAt: string | null; because: string[] };
export type QuestionRow = { questionId: string; organisation: string; kind: string; about: string; initiatedBy: string; at: string; sensitivity: Sensitivity; because: string[] };

export type SignalRow = {
  signalId: string;
  kind: string;
  domain: string;
  urgency: 'low' | 'normal' | 'urgent';
  raisedBy: string;
  addressedTo: string | null;
  state: 'open' | 'forwarded' | 'answered';
  raisedAt: string;
  dueBy: string | null;
  answeredAt: string | null;
  outcome: string | null;
  reporterInformedAt: string | null;
  sensitivity: Sensitivity;
  learnedAt: string | null;
  because: string[];
};

export type ReferralStep = {
  referralId: string;
  from: string;
  to: string;
  discipline: string | null;
  level: string;
  state: 'requested' | 'accepted' | 'rejected' | 'started' | 'completed' | 'cancelled';
  stepNumber: number;
  requestedAt: string;
  reasonForExtraStep: boolean;
  sensitivity: Sensitivity;
  because: string[];
};
/** `stepCount` counts the changes of responsible organisation; see alert A05. */
export type ReferralChainRow = { chainId: string; steps: ReferralStep[]; stepCount: number; because: string[] };

export type MatchRow<Text> = {
  matchId: string;
  organisations: string[];
  state: 'detected' | 'acknowledged' | 'agreed' | 'closed';
  acknowledgedBy: string[];
  owner: ProfessionalView<Text> | null;
  outcome: string | null;
  detectedAt: string;
  because: string[];
};

export type VisitRow<Text> = {
  visitId: string;
  organisation: string;
  professional: ProfessionalView<Text> | null;
  startsAt: string;
  endsAt: string;
  state: 'planned' | 'joint' | 'cancelled' | 'completed';
  /** The `visitId`s of the visits that it collides with; see alert A07. */
  collidesWith: string[];
  sensitivity: Sensitivity;
  learnedAt: string | null;
  because: string[];
};

export type ConsentRow = { scope: string; organisation: string; withOrganisations: string[] | null; givenAt: string; expiresOn: string | null; withdrawnAt: string | null; because: string[] };

export type AlertRow = {
  code: string;
  name: string;
  severity: 'warning' | 'urgent';
  /** When the condition began to hold, whenever the hub noticed. */
  since: string;
  message: { nl: string; en: string };
  /** Partner code of who should act, or `each-involved`; null when that may not be told. */
  actor: string | null;
  /** The organisations that the alert speaks of. */
  organisations: string[];
  /** The rule's threshold in words of the region file, such as `2 steps`. */
  threshold: string | null;
  /** `hidden`: only the organisations that the alert speaks of may know of it. */
  sensitivity: Sensitivity;
  because: string[];
};
