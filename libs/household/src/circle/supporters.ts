import type { Sensitivity, SupporterRow } from '@kring/contracts';
import type { Personal } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import { learnedBecause } from './because.ts';
import { withSensitivity, type Discretion } from './discretion.ts';
import { sealedAt, type Happening } from './happening.ts';
import type { Part } from './part.ts';
import { Register } from './register.ts';

type Row = SupporterRow<Personal>;
type Added = OpenData['nl.kring.supporters.added.v1'];

type Supporter = { readonly publisher: string; readonly organisation: string; row: Row; sensitivity: Sensitivity | null };
export type Supporters = Register<Supporter>;

const addedRow = (happening: Happening<Added>): Row => ({
  supporterId: happening.data.supporterId,
  organisation: happening.organisation,
  kind: happening.data.kind,
  label: sealedAt(happening, '/label'),
  agreed: happening.data.agreed,
  since: happening.when,
  until: null,
  sensitivity: happening.data.sensitivity ?? 'normal',
  learnedAt: happening.late,
  because: [happening.event.id],
});

const add = (supporters: Supporters, happening: Happening<Added>): void => {
  const row = addedRow(happening);
  const known = supporters.own(row.supporterId, happening);
  if (!known) return supporters.add(row.supporterId, { publisher: happening.event.partner, organisation: happening.organisation, row, sensitivity: happening.data.sensitivity ?? null });
  known.sensitivity = happening.data.sensitivity ?? known.sensitivity;
  const since = known.row.until === null ? known.row.since : row.since;
  known.row = { ...row, since, label: row.label ?? known.row.label, ...learnedBecause(known.row, happening) };
};

/** Whoever notices that a supporter is gone may say so: one's own of that id, else another's. */
const remove = (supporters: Supporters, happening: Happening<OpenData['nl.kring.supporters.removed.v1']>): void => {
  const { supporterId } = happening.data;
  const known = supporters.own(supporterId, happening) ?? supporters.all(supporterId).find(({ row }) => row.until === null);
  if (known?.row.until === null) known.row = { ...known.row, until: happening.when, ...learnedBecause(known.row, happening) };
};

export const supportersPart: Part<Supporters> = {
  empty: () => new Register(),
  on: { 'nl.kring.supporters.added.v1': add, 'nl.kring.supporters.removed.v1': remove },
};

export const supporterRows = (supporters: Supporters, discretion: Discretion): Row[] =>
  supporters.entries().map(({ row, organisation, sensitivity }) => withSensitivity(row, discretion(organisation, sensitivity)));
