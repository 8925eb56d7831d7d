import type { JsonObject, NewEvent } from '@kring/event-store';

export type Told = { readonly stream: string; readonly event: NewEvent };

export type Telling = {
  readonly partner: string;
  readonly householdId: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly data?: JsonObject;
  readonly personal?: readonly string[];
};

const professional: JsonObject = { id: 'w-1', role: 'district-nurse' };

/** Stored events as the door makes them: open facts, references to what is sealed, a box that nobody here opens. */
export class HouseholdHistory {
  #count = 0;

  tell({ partner, householdId, type, occurredAt, data = {}, personal = [] }: Telling): Told {
    const number = (this.#count += 1);
    const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const box: JsonObject = personal.length > 0 ? { box: `sealed-${number}` } : {};
    return {
      stream: `${partner}-${householdId}`,
      event: {
        id,
        type: `nl.kring.${type}.v1`,
        data: { household: { householdId }, occurredAt, legalBasis: 'wmo', purpose: 'involvement', ...data },
        metadata: { id: `e-${number}`, source: `urn:${partner}`, time: occurredAt, occurredAt, partner, subject: householdId, personal: [...personal], ...box },
      },
    };
  }

  registered(householdId: string, occurredAt: string, partner = 'gemeente'): Told {
    const data = { members: [{ personId: `p_${householdId}`, relation: 'head' }], area: 'princenhof', addressKind: 'dwelling' };
    return this.tell({ partner, householdId, type: 'households.registered', occurredAt, data, personal: ['/members/0/name', '/address'] });
  }

  involved(householdId: string, partner: string, occurredAt: string, more: JsonObject = {}): Told {
    const data = { involvementId: `i-${partner}`, professional, level: 'basic-team', domain: 'care', ...more };
    return this.tell({ partner, householdId, type: 'involvements.started', occurredAt, data, personal: ['/professional/name'] });
  }

  ended(householdId: string, partner: string, occurredAt: string): Told {
    return this.tell({ partner, householdId, type: 'involvements.ended', occurredAt, data: { involvementId: `i-${partner}`, reason: 'completed' } });
  }

  contactPerson(householdId: string, partner: string, occurredAt: string): Told {
    return this.tell({ partner, householdId, type: 'contact-persons.assigned', occurredAt, data: { professional, residentPreferred: true }, personal: ['/professional/name'] });
  }

  visit(householdId: string, partner: string, visitId: string, startsAt: string, occurredAt: string): Told {
    const endsAt = new Date(Date.parse(startsAt) + 1_800_000).toISOString();
    return this.tell({ partner, householdId, type: 'visits.planned', occurredAt, data: { visitId, startsAt, endsAt, professional } });
  }

  merged(householdId: string, from: readonly string[], occurredAt: string): Told {
    return this.tell({ partner: 'gemeente', householdId, type: 'households.merged', occurredAt, data: { from: [...from] } });
  }

  split(householdId: string, into: readonly string[], occurredAt: string): Told {
    const parts = into.map((id) => ({ householdId: id, members: [{ personId: `p_${id}` }] }));
    return this.tell({ partner: 'gemeente', householdId, type: 'households.split', occurredAt, data: { into: parts } });
  }
}
