import { describe, it } from '@jest/globals';
import { ContactPersonAssignedData, ContactPersonHandedOverData, ContactPersonReleasedData, CoverArrangedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given } from '../testing/given.ts';
import { arrangeCover, assignContactPerson, contactPersons, handOverContactPerson, releaseContactPerson } from './contact-persons.ts';

const fatma = { id: 'fatma', name: 'Fatma Yilmaz', role: 'neighbourhood-supporter' };
const joost = { id: 'joost', name: 'Joost Bakker', role: 'social-worker' };
const assignment = { professional: fatma, residentPreferred: true };
const assigned = fact(ContactPersonAssignedData, assignment);
const handOver = { from: fatma, to: joost, residentConsultedOn: '2026-03-02' };
const handedOver = fact(ContactPersonHandedOverData, handOver);
const release = { reason: 'The family is moving away.' };
const released = fact(ContactPersonReleasedData, release);
const cover = { professional: joost, until: '2026-03-20' };
const covered = fact(CoverArrangedData, cover);

describe('the contact person of a family', () => {
  const familyGiven = given(contactPersons);

  it('is assigned', () => familyGiven().when((state, at) => assignContactPerson(assignment, state, at)).then([assigned]));
  it('says nothing new when the same one is assigned twice', () => familyGiven(assigned).when((state, at) => assignContactPerson(assignment, state, at)).thenNothing());
  it('is not assigned beside another: one face per family', () =>
    familyGiven(assigned).when((state, at) => assignContactPerson({ ...assignment, professional: joost }, state, at)).thenRefused('contact-person-already-assigned'));
  it('is assigned anew after a release', () => familyGiven(assigned, released).when((state, at) => assignContactPerson(assignment, state, at)).then([assigned]));
  it('is not for a partner without the mandate to assign', () =>
    familyGiven().when((state, at) => assignContactPerson(assignment, state, at), { mandates: [] }).thenRefused('no-mandate'));
  it('is for a gemeente to assign, mandate or not', () =>
    familyGiven().when((state, at) => assignContactPerson(assignment, state, at), { service: 'gemeente', mandates: [] }).then([assigned]));

  it('is handed over once the resident was consulted', () => familyGiven(assigned).when((state, at) => handOverContactPerson(handOver, state, at)).then([handedOver]));
  it('says nothing new when the same hand-over is sent twice', () => familyGiven(assigned, handedOver).when((state, at) => handOverContactPerson(handOver, state, at)).thenNothing());
  it('is not handed over without consulting the resident', () =>
    familyGiven(assigned).when((state, at) => handOverContactPerson({ from: fatma, to: joost }, state, at)).thenRefused('resident-not-consulted'));
  it('is not handed over on a consultation that is still to come', () =>
    familyGiven(assigned).when((state, at) => handOverContactPerson({ ...handOver, residentConsultedOn: '2026-03-04' }, state, at)).thenRefused('resident-consulted-in-the-future'));
  it('is not handed over by someone else', () =>
    familyGiven(assigned).when((state, at) => handOverContactPerson({ ...handOver, from: joost, to: fatma }, state, at)).thenRefused('not-the-contact-person'));
  it('is not handed over to oneself', () => familyGiven(assigned).when((state, at) => handOverContactPerson({ ...handOver, to: fatma }, state, at)).thenRefused('handed-over-to-oneself'));
  it('is not handed over where there is none', () => familyGiven().when((state, at) => handOverContactPerson(handOver, state, at)).thenRefused('no-contact-person'));

  it('is released, once', () => {
    familyGiven(assigned).when((state, at) => releaseContactPerson(release, state, at)).then([released]);
    familyGiven(assigned, released).when((state, at) => releaseContactPerson(release, state, at)).thenNothing();
  });
  it('is not released where there never was one', () => familyGiven().when((state, at) => releaseContactPerson(release, state, at)).thenRefused('no-contact-person'));

  it('is covered by a colleague', () => {
    familyGiven(assigned).when((state, at) => arrangeCover(cover, state, at)).then([covered]);
    familyGiven(assigned, covered).when((state, at) => arrangeCover(cover, state, at)).thenNothing();
  });
  it('is not covered by itself', () => familyGiven(assigned).when((state, at) => arrangeCover({ ...cover, professional: fatma }, state, at)).thenRefused('cover-by-oneself'));
  it('is not covered until a day that has passed', () => familyGiven(assigned).when((state, at) => arrangeCover({ ...cover, until: '2026-03-02' }, state, at)).thenRefused('cover-already-over'));
  it('is not covered where there is none', () => familyGiven().when((state, at) => arrangeCover(cover, state, at)).thenRefused('no-contact-person'));
});
